package org.onewindow.commandline;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the check itself finds, {@code CaseCheckTest} shows. */
class CheckCasesTest {

    private static final String STRONG = "Lv4!shuiBei-Xi";

    @TempDir
    private Path folder;

    @Test
    void whereThereIsNoDatabaseNoneIsMade() {
        Answer.to("check", "--onewindow.database.data-folder=" + folder).isNoneBecause("里没有一窗的数据库");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNoFinding() {
        Answer.to(
                        "check",
                        "--spring.profiles.active=production",
                        "--spring.datasource.hikari.connection-timeout=500",
                        "--ONEWINDOW_DB_URL=jdbc:postgresql://127.0.0.1:1/onewindow",
                        "--ONEWINDOW_DB_USER=onewindow",
                        "--ONEWINDOW_DB_PASSWORD=" + STRONG,
                        "--ONEWINDOW_ADMIN_USER=admin",
                        "--ONEWINDOW_ADMIN_PASSWORD=" + STRONG)
                .isNoneBecause("无法读取数据库");
    }

    @Test
    void itTakesSettingsOnly() {
        Answer.to("check", "everything").isNoneBecause("check 只接受 --设置=值，而不是“everything”");
    }
}
