package org.onewindow.factory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Makes complete item folders from the rows of a workbook: all of them, or none. */
public final class ItemFactory {

    private static final String PAGE = "item.yaml";

    private final Path items;
    private final boolean replace;

    /**
     * @param items the folder that has a folder for each window class
     * @param replace whether an existing item's generated files are written anew; what else lies beside them stays
     */
    public ItemFactory(Path items, boolean replace) {
        this.items = items;
        this.replace = replace;
    }

    /**
     * Generates every item of a workbook.
     *
     * @return the items' folders, in the order of the workbook
     * @throws RefusedWorkbook with everything that is wrong; nothing is written then
     * @throws IOException if the workbook cannot be read or a folder cannot be written
     */
    public List<Path> generate(Path workbook) throws IOException {
        var problems = new LinkedHashSet<Problem>();
        var generated = Manual.items(Workbooks.read(workbook, problems::add));
        var folders = new LinkedHashMap<Path, Map<String, String>>();
        for (var item : generated) {
            var rules = MaterialRules.of(item);
            refuseTaken(item);
            if (problems.isEmpty()) {
                folders.put(items.resolve(item.windowClass()).resolve(item.code()), files(item, rules));
            }
        }
        if (generated.isEmpty() && problems.isEmpty()) {
            problems.add(new Problem(ManualSheet.ITEMS.name(), 0, "", "没有事项，请至少填写一行。"));
        }
        if (!problems.isEmpty()) {
            throw new RefusedWorkbook(inOrder(problems));
        }
        write(folders);
        return List.copyOf(folders.keySet());
    }

    private static Map<String, String> files(Item item, MaterialRules rules) {
        var files = new LinkedHashMap<String, String>();
        files.put(PAGE, PageText.of(item));
        files.put("materials.dmn", DmnText.of(item, rules));
        files.put("situation.form", SituationForm.of(item));
        files.put("process.bpmn", ItemProcess.bpmn(item.plan()));
        return files;
    }

    /** An item's code is taken in every window class, since its models' ids come from it. */
    private void refuseTaken(Item item) throws IOException {
        if (item.code().isEmpty() || !Files.isDirectory(items)) {
            return;
        }
        try (var classes = Files.newDirectoryStream(items, Files::isDirectory)) {
            for (var windowClass : classes) {
                boolean same = windowClass.getFileName().toString().equals(item.windowClass());
                if (Files.exists(windowClass.resolve(item.code())) && !(same && replace)) {
                    item.row()
                            .refuse(
                                    ManualSheet.ITEM,
                                    "文件夹“" + windowClass.resolve(item.code()) + "”已存在，请换一个编号"
                                            + (same ? "，或者加上 --replace 重新生成。" : "，或者先移走原来的文件夹。"));
                }
            }
        }
    }

    private static List<Problem> inOrder(LinkedHashSet<Problem> problems) {
        var sheets = ManualSheet.ALL.stream().map(ManualSheet::name).toList();
        var sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.comparing((Problem problem) -> sheets.indexOf(problem.sheet()))
                .thenComparing(Problem::row));
        return sorted;
    }

    /** Everything is written aside first: a full disk leaves the catalogue as it was. */
    private void write(Map<Path, Map<String, String>> folders) throws IOException {
        Files.createDirectories(items);
        var aside = Files.createTempDirectory(items, ".new-");
        try {
            for (var folder : folders.entrySet()) {
                var there = Files.createDirectories(aside.resolve(items.relativize(folder.getKey())));
                for (var file : folder.getValue().entrySet()) {
                    Files.writeString(there.resolve(file.getKey()), file.getValue());
                }
            }
            for (var folder : folders.keySet()) {
                moveIn(aside.resolve(items.relativize(folder)), folder);
            }
        } finally {
            delete(aside);
        }
    }

    private static void moveIn(Path from, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.newDirectoryStream(from)) {
            for (var file : files) {
                Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
