package org.onewindow.storage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract on a bucket, and what may be wrong with one. */
class S3StoreTest extends FileStoreContract {

    private S3Server server;
    private S3Store store;

    @BeforeEach
    void open() throws IOException {
        server = new S3Server();
        store = store(server.endpoint(), S3Server.BUCKET, S3Server.ACCESS_KEY);
    }

    @AfterEach
    void close() {
        store.destroy();
        server.close();
    }

    @Override
    FileStore store() {
        return store;
    }

    @Test
    void aMissingBucketIsToldWithItsRemedy() {
        refuses(store(server.endpoint(), "nowhere", S3Server.ACCESS_KEY), "桶 nowhere", "建立这个桶");
    }

    @Test
    void aRefusedKeyIsToldWithItsRemedy() {
        refuses(store(server.endpoint(), S3Server.BUCKET, "somebody-else"), "拒绝访问", "核对访问密钥");
    }

    @Test
    void aStoreThatDoesNotAnswerIsToldWithItsRemedy() {
        var endpoint = server.endpoint();
        server.close();
        refuses(store(endpoint, S3Server.BUCKET, S3Server.ACCESS_KEY), "暂时不能使用", "请稍后重新提交");
    }

    private static void refuses(S3Store store, String... expected) {
        assertThatThrownBy(() -> store.put(stream("refused")))
                .isInstanceOf(FileStoreFailure.class)
                .message()
                .contains(expected)
                .contains("文件没有保存");
        store.destroy();
    }

    private static S3Store store(URI endpoint, String bucket, String accessKey) {
        var settings = new FileSettings.S3(bucket, endpoint.toString(), "us-east-1", accessKey, S3Server.SECRET_KEY);
        return new S3Store(StorageConfiguration.client(settings), bucket);
    }
}
