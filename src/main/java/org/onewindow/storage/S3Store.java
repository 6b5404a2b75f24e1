package org.onewindow.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.DisposableBean;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Files in a bucket of an S3-compatible store; the hash is the key. */
class S3Store implements FileStore, DisposableBean {

    private final S3Client client;
    private final String bucket;

    S3Store(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    /** The key is known only when all is read, and what is sent has to be known beforehand: it waits on the disk. */
    @Override
    public String put(InputStream content) {
        try (var arrived = Incoming.receive(content, Path.of(System.getProperty("java.io.tmpdir")))) {
            if (!contains(arrived.hash())) {
                using(() -> client.putObject(request -> request.bucket(bucket).key(arrived.hash()), arrived.file()));
            }
            return arrived.hash();
        } catch (IOException e) {
            throw new FileStoreFailure("服务器的临时文件夹不能写入，文件没有保存。请系统管理员检查 java.io.tmpdir 所在磁盘的空间和权限后重新提交", e);
        }
    }

    @Override
    public Optional<InputStream> open(String hash) {
        return using(() -> {
            try {
                return Optional.of(
                        client.getObject(request -> request.bucket(bucket).key(Hash.require(hash))));
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public boolean contains(String hash) {
        return using(() -> {
            try {
                client.headObject(request -> request.bucket(bucket).key(Hash.require(hash)));
                return true;
            } catch (NoSuchKeyException e) {
                return false;
            }
        });
    }

    @Override
    public void delete(String hash) {
        using(() -> client.deleteObject(request -> request.bucket(bucket).key(Hash.require(hash))));
    }

    /** Page after page, as it is read. */
    @Override
    public Stream<StoredFile> list() {
        return using(() -> client.listObjectsV2Paginator(request -> request.bucket(bucket)).contents().stream()
                .filter(object -> Hash.isHash(object.key()))
                .map(object -> new StoredFile(object.key(), object.size(), object.lastModified())));
    }

    /** Nothing: an object comes whole or not at all, and what waited on the disk is the system's to clear. */
    @Override
    public void discardUnfinished(Instant before) {}

    @Override
    public void destroy() {
        client.close();
    }

    private <T> T using(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new FileStoreFailure("文件库（S3，桶 " + bucket + "）" + reason(e), e);
        }
    }

    private static String reason(SdkException e) {
        if (e instanceof NoSuchBucketException) {
            return "不存在，文件没有保存。请系统管理员建立这个桶，或者改正设置 onewindow.files.s3.bucket";
        }
        if (e instanceof S3Exception answered && (answered.statusCode() == 401 || answered.statusCode() == 403)) {
            return "拒绝访问，文件没有保存。请系统管理员核对访问密钥及其读、写、删除和列出的权限（设置 onewindow.files.s3）";
        }
        return "暂时不能使用，文件没有保存。请稍后重新提交；仍有问题的，请系统管理员检查网络、空间和设置 onewindow.files.s3.endpoint";
    }
}
