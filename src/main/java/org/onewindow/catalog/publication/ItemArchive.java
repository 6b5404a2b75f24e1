package org.onewindow.catalog.publication;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.onewindow.catalog.ItemFiles;
import org.onewindow.catalog.lint.ItemsRefused;

/** A zip file with folders of items, at any depth. Read in memory: nothing of it is ever written to a disk. */
final class ItemArchive {

    /** Bytes when unpacked; a thousand items have about eighty million. */
    private static final long LARGEST = 200_000_000;

    private static final int MOST_FILES = 20_000;

    /** Bytes of a blank form or a sample: applicants load it down, perhaps with a telephone. */
    private static final int LARGEST_DOCUMENT = 20_000_000;

    private final Map<String, Map<String, byte[]>> folders = new TreeMap<>();
    private final List<String> strangers = new ArrayList<>();
    private long size;
    private int files;

    private ItemArchive() {}

    /** @throws ItemsRefused if it is no zip file, holds something else or is too large */
    static List<ItemFiles> read(byte[] zip) {
        var archive = new ItemArchive();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (!entry.isDirectory() && !isOfTheDesktop(entry)) {
                    archive.add(entry.getName(), entries);
                }
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw refused("压缩包损坏，或者文件名不是 UTF-8，请重新压缩后提交。");
        } catch (IOException e) {
            throw refused("压缩包不完整，请重新上传。");
        }
        return archive.items();
    }

    private static boolean isOfTheDesktop(ZipEntry entry) {
        return entry.getName().startsWith("__MACOSX/") || entry.getName().endsWith(".DS_Store");
    }

    private void add(String path, ZipInputStream entries) throws IOException {
        var parts = List.of(path.replace('\\', '/').split("/"));
        var name = parts.get(parts.size() - 1);
        if (parts.size() < 2 || !isOfAnItem(name)) {
            strangers.add(path);
            return;
        }
        var folder = String.join("/", parts.subList(Math.max(0, parts.size() - 3), parts.size() - 1));
        var content = entries.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, LARGEST - size + 1));
        size += content.length;
        if (size > LARGEST || ++files > MOST_FILES) {
            throw refused("压缩包展开后太大，请分几次发布。");
        }
        if (ItemFiles.isDocument(name) && content.length > LARGEST_DOCUMENT) {
            throw refused(path + " 太大，空白表格和示例样表不超过" + LARGEST_DOCUMENT / 1_000_000 + "MB。");
        }
        var former = folders.computeIfAbsent(folder, key -> new TreeMap<>()).put(name, content);
        if (former != null) {
            throw refused(folder + "/" + name + " 在压缩包里出现两次，请只留一份。");
        }
    }

    private static boolean isOfAnItem(String name) {
        return ItemFiles.NAMES.contains(name) || ItemFiles.RESULT.equals(name) || ItemFiles.isDocument(name);
    }

    private List<ItemFiles> items() {
        var items = new ArrayList<ItemFiles>();
        folders.forEach((folder, contents) -> {
            var item = ItemFiles.of(folder, name -> Optional.ofNullable(contents.get(name)));
            contents.keySet().stream()
                    .filter(name ->
                            !item.texts().containsKey(name) && !item.documents().containsKey(name))
                    .forEach(name -> strangers.add(folder + "/" + name));
            items.add(item);
        });
        if (!strangers.isEmpty()) {
            throw new ItemsRefused(strangers.stream()
                    .map(path -> path + "：不是事项文件夹里的文件，压缩包里应只有 " + String.join("、", ItemFiles.NAMES) + "，可以有 "
                            + ItemFiles.RESULT + "，以及 item.yaml 的材料所写的空白表格和示例样表。")
                    .toList());
        }
        if (items.isEmpty()) {
            throw refused("压缩包里没有事项，或者不是 zip 格式。请把“窗口类别/事项编号/”文件夹压缩后提交。");
        }
        return items;
    }

    private static ItemsRefused refused(String fault) {
        return new ItemsRefused(List.of(fault));
    }
}
