package org.onewindow.commandline;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.onewindow.catalog.lint.ItemComparison;
import org.onewindow.catalog.lint.ItemFolder;
import org.onewindow.catalog.lint.ItemLint;
import org.onewindow.catalog.lint.ItemsRefused;

/** {@code item diff}: what a new version of an item changes, and for whom. */
final class ItemDiff implements Command {

    @Override
    public String name() {
        return "item diff";
    }

    @Override
    public List<Usage> usages() {
        return List.of(new Usage("原文件夹 新文件夹", "事项的新版本对申请人、对办理环节、对在办件改变了什么"));
    }

    @Override
    public int run(List<String> arguments, Writer answer) throws IOException {
        if (arguments.size() != 2) {
            throw new WrongUsage("item diff 需要两个文件夹：原版本和新版本。");
        }
        try {
            var comparison = ItemComparison.of(item(arguments.get(0)), item(arguments.get(1)));
            if (comparison.applicants().isEmpty()
                    && comparison.steps().isEmpty()
                    && comparison.cases().isEmpty()) {
                answer.write("两个版本没有差别。\n");
                return 0;
            }
            section("一、对申请人的变化", comparison.applicants(), answer);
            section("二、办理环节的变化", comparison.steps(), answer);
            section("三、对办件的影响", comparison.cases(), answer);
            return 0;
        } catch (ItemsRefused refused) {
            throw new WrongUsage("事项读不了，请先用 item lint 检查：\n" + String.join("\n", refused.faults()), refused);
        }
    }

    private static void section(String title, List<String> lines, Writer answer) throws IOException {
        answer.write(title + "\n");
        for (var line : lines.isEmpty() ? List.of("无") : lines) {
            answer.write("  " + line + "\n");
        }
    }

    private static ItemFolder item(String path) {
        try {
            var folder = Path.of(path);
            var items = Files.isDirectory(folder) ? ItemLint.folders(folder) : List.<ItemFolder>of();
            if (items.size() != 1) {
                throw new WrongUsage("“" + path + "”不是一个事项的文件夹。");
            }
            return items.get(0);
        } catch (InvalidPathException e) {
            throw new WrongUsage("没有文件夹“" + path + "”。", e);
        }
    }
}
