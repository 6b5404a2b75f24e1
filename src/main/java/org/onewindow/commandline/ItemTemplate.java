package org.onewindow.commandline;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.onewindow.factory.ManualTemplate;

/** {@code item template}: an empty workbook for {@code item new}. */
final class ItemTemplate implements Command {

    @Override
    public String name() {
        return "item template";
    }

    @Override
    public List<Usage> usages() {
        return List.of(new Usage("文件.xlsx", "生成填写事项的工作簿模板，内有说明和一个填好的例子；已有的文件不会被覆盖"));
    }

    @Override
    public int run(List<String> arguments, Writer answer) throws IOException {
        if (arguments.size() != 1 || !arguments.get(0).endsWith(".xlsx")) {
            throw new WrongUsage("item template 需要一个以 .xlsx 结尾的文件名。");
        }
        var file = file(arguments.get(0));
        if (Files.exists(file)) {
            throw new WrongUsage("文件“" + file + "”已存在，请换一个文件名。");
        }
        try (var target = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            ManualTemplate.write(target);
        } catch (IOException e) {
            throw new WrongUsage("无法写入文件“" + file + "”，请检查路径和权限。", e);
        }
        answer.write("已生成 " + file + "\n");
        return 0;
    }

    private static Path file(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new WrongUsage("“" + name + "”不是文件名。", e);
        }
    }
}
