package org.onewindow.commandline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.onewindow.workflow.check.CaseCheck;
import org.onewindow.workflow.check.Finding;
import org.onewindow.workflow.check.Finding.Kind;

/** {@code check}: whether ledger, case file and engine agree, beside the running application. */
final class CheckCases implements Command {

    @Override
    public String name() {
        return "check";
    }

    @Override
    public List<Usage> usages() {
        return List.of(new Usage(
                "[--设置=值 …]",
                "逐件核对时限账本、办件档案和流程引擎是否一致，编号和文号是否齐全，只读，可以在应用运行时进行；用应用自己的设置找到数据库，"
                        + "如 --spring.profiles.active=production；有不一致时退出状态为 1，只有待处理的（如停止重试的作业）为 0"));
    }

    @Override
    public int run(List<String> arguments, Writer answer) throws IOException {
        arguments.stream()
                .filter(argument -> !argument.startsWith("--"))
                .findFirst()
                .ifPresent(argument -> {
                    throw new WrongUsage("check 只接受 --设置=值，而不是“" + argument + "”。");
                });
        var found = new EnumMap<Kind, Integer>(Map.of(Kind.DISAGREEMENT, 0, Kind.STUCK, 0));
        try {
            var extent = CaseCheck.run(arguments, finding -> {
                found.merge(finding.kind(), 1, Integer::sum);
                write(finding, answer);
            });
            answer.write("核对了 " + extent.cases() + " 件办件（未办结 " + extent.open() + " 件）：" + found.get(Kind.DISAGREEMENT)
                    + " 处不一致，" + found.get(Kind.STUCK) + " 项待处理。\n");
        } catch (CaseCheck.CannotCheck e) {
            throw new WrongUsage(e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return found.get(Kind.DISAGREEMENT) == 0 ? 0 : 1;
    }

    private static void write(Finding finding, Writer answer) {
        try {
            answer.write(finding.kind().label() + "　" + finding.subject() + "：" + finding.problem() + "\n        处理："
                    + finding.remedy() + "\n");
            answer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
