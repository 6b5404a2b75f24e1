package org.onewindow.workflow;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.organization.Department;
import org.onewindow.organization.Organization;
import org.onewindow.organization.ServiceWindow;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Phrases for opinions (常用语): everybody keeps their own; those of a department its heads keep. */
@Service
@Transactional
public class Phrases {

    private static final int LONGEST = 300;
    /** A list that has to be searched saves nobody time. */
    private static final int MOST = 30;

    private final JdbcClient jdbc;
    private final Organization organization;

    Phrases(JdbcClient jdbc, Organization organization) {
        this.jdbc = jdbc;
        this.organization = organization;
    }

    /**
     * @param isShared of the department or window
     * @param isOwn whether the reader may remove it
     */
    public record Phrase(long id, String text, boolean isShared, boolean isOwn) {}

    /** Their own first. */
    public List<Phrase> of(Account account) {
        var keeps = headed(account);
        return jdbc.sql("select * from phrase where owner = any (?) order by owner <> ?, id")
                .params(Stream.concat(Stream.of(account.id()), units(account)).toArray(String[]::new), account.id())
                .query((row, n) -> {
                    boolean isShared = !row.getString("owner").equals(account.id());
                    return new Phrase(
                            row.getLong("id"),
                            row.getString("text"),
                            isShared,
                            !isShared
                                    || keeps.filter(row.getString("owner")::equals)
                                            .isPresent());
                })
                .list();
    }

    /** @param shared for the whole department, which only its heads may do */
    public void add(Account account, String text, boolean shared) {
        var phrase = text.strip();
        if (phrase.isEmpty() || phrase.length() > LONGEST) {
            throw new RefusedInput("text", "常用语为1至" + LONGEST + "个字");
        }
        var owner = shared
                ? headed(account).orElseThrow(() -> new RefusedInput("shared", "部门的常用语由本部门负责人添加"))
                : account.id();
        if (jdbc.sql("select count(*) from phrase where owner = ?")
                        .param(owner)
                        .query(Integer.class)
                        .single()
                >= MOST) {
            throw new RefusedInput("text", "常用语最多" + MOST + "条，请先删除不用的");
        }
        jdbc.sql("insert into phrase (owner, text) values (?, ?) on conflict do nothing")
                .params(owner, phrase)
                .update();
    }

    /** One that is not theirs to remove stays. */
    public void remove(Account account, long id) {
        jdbc.sql("delete from phrase where id = ? and owner = any (?)")
                .params(
                        id,
                        Stream.concat(Stream.of(account.id()), headed(account).stream())
                                .toArray(String[]::new))
                .update();
    }

    private Stream<String> units(Account account) {
        return Stream.concat(
                organization.windows().stream().map(ServiceWindow::id).filter(account::isIn),
                organization.departments().stream()
                        .filter(department -> department.groups().stream().anyMatch(account::isIn))
                        .map(Department::id));
    }

    private Optional<String> headed(Account account) {
        return organization.departments().stream()
                .filter(department -> account.isIn(department.heads()))
                .map(Department::id)
                .findFirst();
    }
}
