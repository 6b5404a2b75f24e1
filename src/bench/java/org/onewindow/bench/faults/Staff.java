package org.onewindow.bench.faults;

import java.util.List;
import java.util.Map;

/** Hires those who walk the cases, as the administrator does it. */
final class Staff {

    private static final Map<String, String> GROUPS = Map.of(
            "zhangmin", "window-social",
            "zhaogang", "health-commission-handlers",
            "qianwei", "health-commission-handlers",
            "sunjie", "health-commission-reviewers",
            "zhoutao", "health-commission-deciders",
            "wangfang", "issuance");

    private final Clerk administrator;

    Staff(List<Node> nodes) {
        this.administrator = new Clerk("admin", nodes, 0);
    }

    void hire() throws InterruptedException {
        for (var person : GROUPS.entrySet()) {
            var id = person.getKey();
            done("POST", "user/create", Map.of("profile", Map.of("id", id, "firstName", "", "lastName", id), "credentials", Map.of("password", Server.PASSWORD)));
            done("PUT", "group/" + person.getValue() + "/members/" + id, Map.of());
        }
    }

    private void done(String method, String call, Object body) throws InterruptedException {
        var answer = administrator.call(method, call, body);
        if (answer.filter(Clerk.Answer::isDone).isEmpty()) {
            throw new IllegalStateException(call + ": " + answer);
        }
    }
}
