package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.onewindow.catalog.ItemFiles;

/** A shipped item, changed, as an administrator hands it in. */
record ItemZip(String folder, Map<String, byte[]> files) {

    static ItemZip of(String folder) {
        var files = new TreeMap<String, byte[]>();
        for (var name : ItemFiles.NAMES) {
            try {
                files.put(name, Files.readAllBytes(Path.of("processes", "items", folder, name)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new ItemZip(folder, files);
    }

    ItemZip change(String file, String from, String to) {
        var text = new String(files.get(file), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        return with(file, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    ItemZip with(String file, byte[] content) {
        var more = new TreeMap<>(files);
        more.put(file, content);
        return new ItemZip(folder, more);
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(folder + "/" + file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
