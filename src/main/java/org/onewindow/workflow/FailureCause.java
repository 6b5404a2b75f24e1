package org.onewindow.workflow;

import java.util.List;
import java.util.regex.Pattern;

/** Why a step could not be taken, and what helps, in words for an administrator. */
public enum FailureCause {
    RULE("办理规则不允许", "按所说的原因处理办件或者设置，然后重试", "RefusedInput|ImpossibleClockEvent"),
    BUSY(
            "数据库繁忙或者连接中断",
            "数据库恢复后重试；反复出现的，检查数据库的连接数和负载",
            "OptimisticLocking|CannotGetJdbcConnection|CannotAcquireLock|ConcurrencyFailure|Deadlock|SQLTransient|SQLRecoverable|ConnectionException"),
    STORAGE("文件存储不能读写", "检查文件存储的空间、权限和网络，恢复后重试", "FileStoreFailure|UncheckedIOException|java\\.io\\.IOException"),
    MODEL(
            "流程模型或者决策表与程序不符",
            "由流程设计人员核对本环节的模型和决策表，发布改正的版本；在办的这一件由系统管理员处理后重试",
            "PropertyNotFound|MethodNotFound|\\.ELException|Unknown property|Dmn\\w*Exception|Feel\\w*Exception|no processes deployed"),
    PROGRAM("程序故障", "在应用日志中按作业编号查找原因，联系维护人员；排除后重试", "");

    private final String label;
    private final String remedy;
    private final Pattern signs;

    FailureCause(String label, String remedy, String signs) {
        this.label = label;
        this.remedy = remedy;
        this.signs = Pattern.compile(signs);
    }

    public String label() {
        return label;
    }

    public String remedy() {
        return remedy;
    }

    /** @param trace what the engine kept of the exception */
    static FailureCause of(String trace) {
        return List.of(RULE, BUSY, STORAGE, MODEL).stream()
                .filter(cause -> cause.signs.matcher(trace).find())
                .findFirst()
                .orElse(PROGRAM);
    }
}
