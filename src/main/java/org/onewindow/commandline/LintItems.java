package org.onewindow.commandline;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.onewindow.catalog.lint.ItemFolder;
import org.onewindow.catalog.lint.ItemLint;

/** {@code item lint}: the faults of items, before anybody applies for them. */
final class LintItems implements Command {

    private static final String DEFAULT_PATH = "processes/items";
    private static final Map<String, LintReport> FORMATS =
            Map.of("text", LintReport::text, "json", LintReport::json, "sarif", SarifReport::write);

    private final Supplier<ItemLint> lints;

    LintItems(Supplier<ItemLint> lints) {
        this.lints = lints;
    }

    @Override
    public String name() {
        return "item lint";
    }

    @Override
    public List<Usage> usages() {
        return List.of(new Usage(
                "[路径] [--format text|json|sarif]",
                "检查一个事项的文件夹，或者其下的所有事项（默认 " + DEFAULT_PATH + "）：每处问题的位置、原因和办法；有问题时退出状态为 1"));
    }

    @Override
    public int run(List<String> arguments, Writer answer) throws IOException {
        var call = Call.of(arguments);
        var folders = folders(call.path().orElse(DEFAULT_PATH));
        var findings = lints.get().lint(folders);
        call.report().write(folders.size(), findings, answer);
        return findings.isEmpty() ? 0 : 1;
    }

    private static List<ItemFolder> folders(String path) {
        try {
            var root = Path.of(path);
            if (!Files.isDirectory(root)) {
                throw new WrongUsage("没有文件夹“" + path + "”，请指定一个事项的文件夹，或者存放事项的文件夹。");
            }
            var folders = ItemLint.folders(root);
            if (folders.isEmpty()) {
                throw new WrongUsage("文件夹“" + path + "”里没有事项（item.yaml）。");
            }
            return folders;
        } catch (InvalidPathException e) {
            throw new WrongUsage("没有文件夹“" + path + "”。", e);
        }
    }

    private record Call(Optional<String> path, LintReport report) {

        static Call of(List<String> arguments) {
            Optional<String> path = Optional.empty();
            LintReport report = LintReport::text;
            var rest = new ArrayDeque<>(arguments);
            while (!rest.isEmpty()) {
                var argument = rest.pop();
                if (argument.equals("--format")) {
                    report = format(rest.isEmpty() ? "" : rest.pop());
                } else if (argument.startsWith("--format=")) {
                    report = format(argument.substring("--format=".length()));
                } else if (argument.startsWith("-") || path.isPresent()) {
                    throw new WrongUsage("item lint 不认识“" + argument + "”。");
                } else {
                    path = Optional.of(argument);
                }
            }
            return new Call(path, report);
        }

        private static LintReport format(String name) {
            return Optional.ofNullable(FORMATS.get(name))
                    .orElseThrow(() -> new WrongUsage("--format 应为 text、json 或 sarif，而不是“" + name + "”。"));
        }
    }
}
