package org.onewindow.commandline;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.onewindow.factory.Interview;
import org.onewindow.factory.ItemFactory;
import org.onewindow.factory.RefusedWorkbook;

/** {@code item new}: complete item folders from a workbook, all of its items or none. */
final class ItemNew implements Command {

    private static final String ITEMS = "processes/items";

    private final Supplier<BufferedReader> terminal;
    private final BiFunction<Path, Boolean, ItemFactory> factories;

    /**
     * @param terminal what a person types
     * @param factories for a folder of items, and whether it replaces those that exist
     */
    ItemNew(Supplier<BufferedReader> terminal, BiFunction<Path, Boolean, ItemFactory> factories) {
        this.terminal = terminal;
        this.factories = factories;
    }

    @Override
    public String name() {
        return "item new";
    }

    @Override
    public List<Usage> usages() {
        return List.of(
                new Usage(
                        "--from 文件.xlsx [--to 文件夹] [--replace]",
                        "由工作簿的每一行生成事项文件夹，默认在 " + ITEMS + " 之下；有误时列出全部问题，什么也不写，退出状态为 1；--replace 重新生成已有的事项"),
                new Usage("--interactive [--to 文件夹] [--replace]", "逐项提问，生成一个事项；回答保存为工作簿，有误时可以改正后用 --from 生成"));
    }

    @Override
    public int run(List<String> arguments, Writer answer) throws IOException {
        var rest = new ArrayList<>(arguments);
        boolean replace = rest.remove("--replace");
        boolean interactive = rest.remove("--interactive");
        var given = option(rest, "--from").map(ItemNew::path);
        var to = path(option(rest, "--to").orElse(ITEMS));
        if (!rest.isEmpty()) {
            throw new WrongUsage("item new 不认识“" + rest.get(0) + "”。");
        }
        if (interactive == given.isPresent()) {
            throw new WrongUsage("item new 需要 --from 和工作簿的文件名，或者 --interactive。");
        }
        var from = interactive ? interview(answer) : given.orElseThrow();
        if (!Files.isRegularFile(from) || !Files.isReadable(from)) {
            throw new WrongUsage("无法读取文件“" + from + "”，请检查路径和权限。");
        }
        return generate(from, to, replace, answer);
    }

    private Path interview(Writer answer) throws IOException {
        var workbook = Files.createTempFile("item-", ".xlsx");
        try {
            new Interview(terminal.get(), answer).fill(workbook);
        } catch (EOFException e) {
            throw new WrongUsage("回答没有完，没有生成事项。", e);
        }
        answer.write("回答已保存在 " + workbook + "\n");
        return workbook;
    }

    private int generate(Path from, Path to, boolean replace, Writer answer) throws IOException {
        List<Path> folders;
        try {
            folders = factories.apply(to, replace).generate(from);
        } catch (RefusedWorkbook refused) {
            for (var problem : refused.problems()) {
                answer.write(problem + "\n");
            }
            answer.write("共" + refused.problems().size() + "处有误，没有生成任何事项。请改正后重新运行。\n");
            return 1;
        } catch (IOException e) {
            throw new WrongUsage("无法读取“" + from + "”或者写入“" + to + "”，请检查文件、权限和磁盘空间。", e);
        }
        for (var folder : folders) {
            answer.write(folder + "\n");
        }
        answer.write("已生成" + folders.size() + "个事项。\n");
        return 0;
    }

    private static Optional<String> option(List<String> arguments, String name) {
        int at = arguments.indexOf(name);
        if (at < 0) {
            return Optional.empty();
        }
        arguments.remove(at);
        if (at == arguments.size()) {
            throw new WrongUsage(name + " 后面缺少文件名。");
        }
        return Optional.of(arguments.remove(at));
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new WrongUsage("“" + name + "”不是文件名。", e);
        }
    }
}
