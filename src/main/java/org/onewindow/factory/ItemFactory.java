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
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.onewindow.catalog.lint.ItemLint;
import org.onewindow.catalog.lint.LintRule;
import org.onewindow.organization.Department;
import org.onewindow.organization.Organization;

/** Makes complete item folders from the rows of a workbook: all of them, or none. */
public final class ItemFactory {

    private static final String PAGE = "item.yaml";

    private final Path items;
    private final boolean replace;
    private final Organization organization;
    private final ItemLint lint;

    /**
     * @param items the folder that has a folder for each window class
     * @param replace whether an existing item's generated files are written anew; what else lies beside them stays
     * @param lint nothing that it would refuse is generated
     */
    public ItemFactory(Path items, boolean replace, Organization organization, ItemLint lint) {
        this.items = items;
        this.replace = replace;
        this.organization = organization;
        this.lint = lint;
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
            refuseUnknownDepartments(item);
            if (problems.isEmpty()) {
                folders.put(items.resolve(item.windowClass()).resolve(item.code()), files(item, rules));
            }
        }
        if (generated.isEmpty() && problems.isEmpty()) {
            problems.add(new Problem(ManualSheet.ITEMS.name(), 0, "", "没有事项，请至少填写一行。"));
        }
        refuse(problems);
        write(folders, aside -> {
            lint(aside, generated);
            refuse(problems);
        });
        return List.copyOf(folders.keySet());
    }

    /** What only the linter knows, e.g. the check digit of a code. Blank forms are put into the folder later. */
    private void lint(Path aside, List<Item> generated) {
        var byCode = Manual.index(generated, Item::code);
        lint.lint(ItemLint.folders(aside)).stream()
                .filter(finding -> finding.rule() != LintRule.MATERIAL_FILE)
                .forEach(finding -> FindingPlaces.report(finding, byCode.get(finding.itemFolder())));
    }

    private static void refuse(LinkedHashSet<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new RefusedWorkbook(inOrder(problems));
        }
    }

    private static Map<String, String> files(Item item, MaterialRules rules) {
        var files = new LinkedHashMap<String, String>();
        files.put(PAGE, PageText.of(item));
        files.put("materials.dmn", DmnText.of(item, rules));
        files.put("situation.form", SituationForm.of(item));
        files.put("process.bpmn", ItemProcess.bpmn(item.plan()));
        return files;
    }

    private void refuseUnknownDepartments(Item item) {
        refuseUnknown(item.row(), ManualSheet.DEPARTMENT, item.department());
        item.plan()
                .partners()
                .forEach(partner -> refuseUnknown(item.row(), ManualSheet.PARTNERS, partner.department()));
    }

    private void refuseUnknown(Row row, Column column, String department) {
        if (Row.KEBAB.matcher(department).matches()
                && organization.department(department).isEmpty()) {
            var known = organization.departments().stream().map(Department::id).collect(Collectors.joining("、"));
            row.refuse(column, "机构名录中没有部门“" + department + "”，请从中选择：" + known + "。");
        }
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

    /** Everything is written and checked aside first: a full disk or a fault leaves the catalogue as it was. */
    private void write(Map<Path, Map<String, String>> folders, Consumer<Path> check) throws IOException {
        boolean isNew = Files.notExists(items);
        Files.createDirectories(items);
        var aside = Files.createTempDirectory(items, ".new-");
        try {
            for (var folder : folders.entrySet()) {
                var there = Files.createDirectories(aside.resolve(items.relativize(folder.getKey())));
                for (var file : folder.getValue().entrySet()) {
                    Files.writeString(there.resolve(file.getKey()), file.getValue());
                }
            }
            check.accept(aside);
            for (var folder : folders.keySet()) {
                moveIn(aside.resolve(items.relativize(folder)), folder);
            }
        } finally {
            delete(aside);
            if (isNew && isEmpty(items)) {
                Files.delete(items);
            }
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

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
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
