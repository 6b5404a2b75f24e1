package org.onewindow.catalog.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.onewindow.organization.Organization;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Checks items: each by itself, and all of them against each other. */
public final class ItemLint {

    private static final Set<String> FILES =
            Set.of(LintedItem.PAGE, LintedItem.TABLE, LintedItem.PROCESS, LintedItem.SITUATION);

    private final List<Check> checks;

    /** @param resources where the forms of tasks and the stages are found */
    public ItemLint(Organization organization, ResourcePatternResolver resources) {
        var surroundings = Surroundings.of(organization, resources);
        var inputs = new TableInputs(surroundings.application());
        this.checks = List.of(
                new PageStructure(),
                new Wording(),
                new MaterialList(),
                new PageCodes(),
                new LimitsAndDates(),
                new References(organization),
                new TableMatchesPage(),
                inputs,
                new TableRows(inputs),
                new ProcessModel(surroundings),
                new SituationConditions(),
                new DelegatesOnly(),
                new FourStages(),
                new SituationForm(surroundings.application()));
    }

    /** The items at and below a folder: every folder that holds a file of an item. */
    public static List<ItemFolder> folders(Path root) {
        var folders = new TreeSet<Path>();
        try (var files = Files.find(root, Integer.MAX_VALUE, (file, attributes) -> attributes.isRegularFile())) {
            files.filter(file -> FILES.contains(String.valueOf(file.getFileName())))
                    .forEach(file -> folders.add(file.getParent()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folders.stream().map(ItemLint::folder).toList();
    }

    private static ItemFolder folder(Path folder) {
        // "." and ".." are no names: an item checked from within its own folder still has that folder's name
        var named = folder.normalize().toString().matches("|(.*/)?\\.\\.") ? folder.toAbsolutePath() : folder;
        var location = named.normalize().toString().replace('\\', '/');
        return ItemFolder.around(location, new FileSystemResource(folder.resolve(LintedItem.PAGE)));
    }

    /** The faults of these items, in their order. A district has about a thousand: all processors take part. */
    public List<Finding> lint(List<ItemFolder> folders) {
        var found = new ArrayList<Finding>();
        var locations = new HashMap<String, String>();
        for (var checked : folders.parallelStream().map(this::check).toList()) {
            var item = checked.item();
            var other = locations.putIfAbsent(item.code(), item.folder().location());
            if (other != null) {
                checked.findings()
                        .page(
                                LintRule.ITEM_UNIQUE,
                                item.root().get("code"),
                                "事项编码“" + item.code() + "”与 " + other + " 重复。",
                                "请换一个编码；同一事项的新版本应替换原来的文件夹。");
            }
            found.addAll(checked.findings().all());
        }
        return found;
    }

    private record Checked(LintedItem item, Findings findings) {}

    private Checked check(ItemFolder folder) {
        var findings = new Findings(folder.location());
        var item = LintedItem.read(folder, findings);
        checks.forEach(check -> check.check(item, findings));
        return new Checked(item, findings);
    }
}
