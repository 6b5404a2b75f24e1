package org.onewindow.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Which store the settings choose. */
class FileSettingsTest {

    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withUserConfiguration(StorageConfiguration.class);

    @Test
    void withoutSettingsFilesGoToAFolder() {
        context.run(started -> assertThat(started.getBean(FileStore.class)).isInstanceOf(FolderStore.class));
    }

    @Test
    void withABucketFilesGoThere() {
        context.withPropertyValues("onewindow.files.s3.bucket=files", "onewindow.files.s3.endpoint=http://127.0.0.1:1")
                .run(started -> assertThat(started.getBean(FileStore.class)).isInstanceOf(S3Store.class));
    }
}
