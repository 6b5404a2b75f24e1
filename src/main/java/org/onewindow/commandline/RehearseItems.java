package org.onewindow.commandline;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.onewindow.catalog.ItemFiles;
import org.onewindow.catalog.lint.ItemFolder;
import org.onewindow.catalog.lint.ItemLint;
import org.onewindow.workflow.rehearsal.Rehearsal;
import org.springframework.util.FileSystemUtils;

/** {@code item rehearse}: every path of an item, before anybody applies for it. */
final class RehearseItems implements Command {

    private final Supplier<Map<String, String>> settings;

    /** @param settings of the organisation and the calendar, where they are not the application's own */
    RehearseItems(Supplier<Map<String, String>> settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "item rehearse";
    }

    @Override
    public List<Usage> usages() {
        return List.of(new Usage(
                "路径", "在临时数据库上演练一个事项的文件夹，或者其下的所有事项：每种情形的材料，每条路径的环节、办理人、工作日和结局；" + "有走不通的路、无人能办的任务或者超过法定时限的路径时退出状态为 1"));
    }

    @Override
    public int run(List<String> arguments, Writer answer) throws IOException {
        if (arguments.size() != 1) {
            throw new WrongUsage("item rehearse 需要一个路径。");
        }
        var folders = folders(arguments.get(0));
        var temporary = Files.createTempDirectory("one-window-rehearsal");
        boolean isGood = true;
        try (var rehearsal = Rehearsal.open(temporary, settings.get())) {
            for (var folder : folders) {
                isGood &= rehearse(rehearsal, folder, answer);
                answer.flush();
            }
        } catch (Rehearsal.CannotRehearse e) {
            throw new WrongUsage(e.getMessage(), e);
        } finally {
            FileSystemUtils.deleteRecursively(temporary);
        }
        return isGood ? 0 : 1;
    }

    private static boolean rehearse(Rehearsal rehearsal, ItemFolder folder, Writer answer) throws IOException {
        try {
            var rehearsed = rehearsal.rehearse(files(folder));
            RehearsalReport.write(rehearsed, answer);
            return rehearsed.allFaults().isEmpty();
        } catch (Rehearsal.CannotRehearse e) {
            answer.write(folder.location() + "\n  不能演练：" + e.getMessage() + "\n  请先用 item lint 检查。\n\n");
            return false;
        }
    }

    private static ItemFiles files(ItemFolder folder) {
        var parts = folder.location().split("/");
        var inClass = parts.length > 1 ? parts[parts.length - 2] + "/" : "";
        return ItemFiles.of(inClass + parts[parts.length - 1], folder.files()::apply);
    }

    private static List<ItemFolder> folders(String path) {
        try {
            var root = Path.of(path);
            var folders = Files.isDirectory(root) ? ItemLint.folders(root) : List.<ItemFolder>of();
            if (folders.isEmpty()) {
                throw new WrongUsage("“" + path + "”不是事项的文件夹，其下也没有事项（item.yaml）。");
            }
            return folders;
        } catch (InvalidPathException e) {
            throw new WrongUsage("没有文件夹“" + path + "”。", e);
        }
    }
}
