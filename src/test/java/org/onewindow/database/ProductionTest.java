package org.onewindow.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.OneWindow;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ProductionTest {

    private static final String STRONG = "Lv4!shuiBei-Xi";

    @TempDir
    Path temporary;

    @Test
    void everyMissingSettingIsNamedAtOnceAndNoStackTraceIsPrinted(CapturedOutput output) {
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> MigrationTest.start(
                        "--spring.profiles.active=production",
                        "--ONEWINDOW_PUBLIC_ADDRESS=",
                        "--ONEWINDOW_SEAL_KEYS=",
                        "--ONEWINDOW_SEAL_KEYS_PASSWORD="));
        assertThat(output)
                .contains(
                        "缺少 ONEWINDOW_DB_URL",
                        "缺少 ONEWINDOW_DB_USER",
                        "缺少 ONEWINDOW_DB_PASSWORD",
                        "缺少 ONEWINDOW_ADMIN_USER",
                        "缺少 ONEWINDOW_ADMIN_PASSWORD",
                        "缺少 ONEWINDOW_PUBLIC_ADDRESS",
                        "缺少 ONEWINDOW_SEAL_KEYS：",
                        "缺少 ONEWINDOW_SEAL_KEYS_PASSWORD",
                        "请用环境变量设置")
                .doesNotContain("\tat ");
    }

    @Test
    void weakAndMissingSettingsAreNamedTogetherAndNoPasswordIsShown(CapturedOutput output) {
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> MigrationTest.start(
                        "--spring.profiles.active=production",
                        "--ONEWINDOW_DB_URL=jdbc:mysql://db/onewindow",
                        "--ONEWINDOW_DB_USER=gov",
                        "--ONEWINDOW_DB_PASSWORD=Onewindow!2026",
                        "--ONEWINDOW_ADMIN_USER=wang.wei",
                        "--ONEWINDOW_ADMIN_PASSWORD=short1!"));
        assertThat(output)
                .contains(
                        "ONEWINDOW_DB_URL 不是 PostgreSQL 的地址",
                        "ONEWINDOW_DB_PASSWORD 的密码是常见密码或演示密码",
                        "ONEWINDOW_ADMIN_USER 只能由英文字母和数字组成",
                        "ONEWINDOW_ADMIN_PASSWORD 的密码太短")
                .doesNotContain("Onewindow!2026", "short1!", "缺少", "\tat ");
    }

    @ParameterizedTest
    @CsvSource({
        "Ab1!efghijk, wangwei, 太短",
        "abcdefghijklm1, wangwei, 太简单",
        "'12345678901!', wangwei, 太简单",
        "My-WangWei-2026, wangwei, 包含了用户名",
        "Camunda!2026!!, wangwei, 常见密码",
        "Password123456, wangwei, 常见密码",
    })
    void weakPasswordsAreRefused(String password, String user, String weakness) {
        assertThat(PasswordRule.weakness(password, user)).get().asString().contains(weakness);
    }

    @Test
    void longMixedPasswordIsAccepted() {
        assertThat(PasswordRule.weakness(STRONG, "wangwei")).isEmpty();
        assertThat(PasswordRule.weakness("政务Fuwu-2026-窗口服务", "wangwei")).isEmpty();
    }

    @Test
    void productionStartsOnAnExternalDatabaseAndCreatesItsAdministratorOnce() throws Exception {
        var external = new DatabaseSettings(
                temporary.resolve("external"), Path.of("target/postgres-binaries"), 0, Duration.ofSeconds(60), true);
        try (var database = EmbeddedServer.start(external)) {
            for (var password : new String[] {STRONG, STRONG + "-changed"}) {
                try (var context = SpringApplication.run(
                        OneWindow.class,
                        "--spring.profiles.active=production",
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--ONEWINDOW_DB_URL=" + database.jdbcUrl(),
                        "--ONEWINDOW_DB_USER=" + EmbeddedServer.NAME,
                        // Hexadecimal as drawn it has but two of the four kinds of characters.
                        "--ONEWINDOW_DB_PASSWORD=" + STRONG,
                        "--spring.datasource.password=" + database.password(),
                        "--ONEWINDOW_ADMIN_USER=wangwei",
                        "--ONEWINDOW_ADMIN_PASSWORD=" + password)) {
                    assertThat(context.getBeansOfType(EmbeddedServer.class)).isEmpty();
                    var identities = context.getBean(IdentityService.class);
                    assertThat(identities.checkPassword("wangwei", STRONG)).isTrue();
                    assertThat(identities
                                    .createUserQuery()
                                    .memberOfGroup("camunda-admin")
                                    .count())
                            .isEqualTo(1);
                }
            }
        }
    }
}
