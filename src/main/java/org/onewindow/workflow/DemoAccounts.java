package org.onewindow.workflow;

import java.util.List;

/** The demo's accounts, as the landing page shows them. There is no such bean in production. */
public record DemoAccounts(String password, List<Account> accounts) {

    /**
     * @param duty what the account is there for (岗位)
     * @param groups the staff groups it belongs to
     */
    public record Account(String id, String name, String duty, List<String> groups) {}
}
