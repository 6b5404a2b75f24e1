package org.onewindow.storage;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where files are kept. The nodes of one installation share one folder or one bucket, and no two installations do: the sweep
 * removes what this installation's rows do not name.
 *
 * @param folder relative to the working directory; not used with {@code s3}
 * @param keepFree what has to stay free on the folder's disk; what would need it is refused
 * @param grace how old a file without a row has to be before it is swept out
 * @param s3 the bucket to use in place of the folder
 */
@ConfigurationProperties("onewindow.files")
record FileSettings(
        @DefaultValue("data/files") Path folder,
        @DefaultValue("512MB") DataSize keepFree,
        @DefaultValue("7d") Duration grace,
        @DefaultValue S3 s3) {

    /**
     * @param bucket none for the folder
     * @param endpoint of a store that is not Amazon's; buckets are then part of the path
     * @param accessKey with {@code secretKey}; without both, the usual sources of the AWS client are asked
     */
    record S3(
            @DefaultValue("") String bucket,
            @DefaultValue("") String endpoint,
            @DefaultValue("us-east-1") String region,
            @DefaultValue("") String accessKey,
            @DefaultValue("") String secretKey) {}
}
