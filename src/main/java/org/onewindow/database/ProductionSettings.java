package org.onewindow.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Refuses to start production before anything else is done, naming everything that is missing or weak at once. */
class ProductionSettings implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final String URL = "ONEWINDOW_DB_URL";
    private static final String USER = "ONEWINDOW_DB_USER";
    private static final String PASSWORD = "ONEWINDOW_DB_PASSWORD";
    private static final String ADMIN_USER = "ONEWINDOW_ADMIN_USER";
    private static final String ADMIN_PASSWORD = "ONEWINDOW_ADMIN_PASSWORD";
    private static final String PUBLIC_ADDRESS = "ONEWINDOW_PUBLIC_ADDRESS";
    private static final String SEAL_KEYS = "ONEWINDOW_SEAL_KEYS";
    private static final String SEAL_KEYS_PASSWORD = "ONEWINDOW_SEAL_KEYS_PASSWORD";

    /** After the log is there to show the refusal in. */
    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var environment = event.getEnvironment();
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            refuse(defects(environment));
        }
    }

    private static void refuse(List<String> defects) {
        if (!defects.isEmpty()) {
            throw new StartRefusedException(
                    "正式环境（production）的设置不全或不安全：\n  - " + String.join("\n  - ", defects),
                    "请用环境变量设置以上各项后重新启动。密码至少 12 个字符，含大写字母、小写字母、数字、符号中的三类，" + "不含用户名，不用常见密码或演示密码。");
        }
    }

    private static List<String> defects(Environment environment) {
        var defects = new ArrayList<String>();
        Stream.of(
                        missing(environment, URL, "数据库地址，如 jdbc:postgresql://db.example.gov.cn:5432/onewindow"),
                        missing(environment, USER, "数据库用户"),
                        missing(environment, PASSWORD, "数据库密码"),
                        missing(environment, ADMIN_USER, "首位管理员的用户名"),
                        missing(environment, ADMIN_PASSWORD, "首位管理员的密码"),
                        missing(environment, PUBLIC_ADDRESS, "对外地址，印在文书的二维码里，如 https://zwfw.example.gov.cn"),
                        missing(environment, SEAL_KEYS, "印章密钥库（PKCS #12 文件）"),
                        missing(environment, SEAL_KEYS_PASSWORD, "印章密钥库的口令"),
                        wrongUrl(environment),
                        wrongAdminName(environment),
                        weak(environment, PASSWORD, USER),
                        weak(environment, ADMIN_PASSWORD, ADMIN_USER))
                .flatMap(Optional::stream)
                .forEach(defects::add);
        return defects;
    }

    private static Optional<String> missing(Environment environment, String name, String meaning) {
        return value(environment, name).isEmpty() ? Optional.of("缺少 " + name + "：" + meaning) : Optional.empty();
    }

    private static Optional<String> wrongUrl(Environment environment) {
        return value(environment, URL)
                .filter(url -> !url.startsWith("jdbc:postgresql://"))
                .map(url -> URL + " 不是 PostgreSQL 的地址，应以 jdbc:postgresql:// 开头");
    }

    /** The engine refuses names with other characters, as they end up in queries and file names. */
    private static Optional<String> wrongAdminName(Environment environment) {
        return value(environment, ADMIN_USER)
                .filter(name -> !name.matches("[a-zA-Z0-9]+"))
                .map(name -> ADMIN_USER + " 只能由英文字母和数字组成");
    }

    private static Optional<String> weak(Environment environment, String passwordName, String userName) {
        return value(environment, passwordName)
                .flatMap(password -> PasswordRule.weakness(
                        password, value(environment, userName).orElse("")))
                .map(weakness -> passwordName + " 的密码" + weakness);
    }

    private static Optional<String> value(Environment environment, String name) {
        return Optional.ofNullable(environment.getProperty(name)).filter(value -> !value.isBlank());
    }
}
