package org.onewindow.workflow.demo;

import org.camunda.bpm.engine.IdentityService;
import org.onewindow.workflow.DemoAccounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The demo's accounts and sample cases, made at the first start; then it says where to go. */
@Component
@Profile("!production")
@Order(0)
class DemoData implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);

    private final IdentityService identity;
    private final DemoCases cases;
    private final WebServerApplicationContext server;
    private final DemoAccounts staff;
    private final boolean withCases;

    DemoData(
            IdentityService identity,
            DemoCases cases,
            WebServerApplicationContext server,
            DemoAccounts staff,
            @Value("${onewindow.demo.cases:true}") boolean withCases) {
        this.identity = identity;
        this.cases = cases;
        this.server = server;
        this.staff = staff;
        this.withCases = withCases;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean first =
                identity.createUserQuery().userId(staff.accounts().get(0).id()).count() == 0;
        if (first) {
            staff.accounts().forEach(this::create);
        }
        if (first && withCases) {
            cases.load();
        }
        announce();
    }

    private void create(DemoAccounts.Account account) {
        var user = identity.newUser(account.id());
        user.setLastName(account.name());
        user.setFirstName("");
        user.setPassword(staff.password());
        identity.saveUser(user);
        account.groups().forEach(group -> identity.createMembership(account.id(), group));
    }

    private void announce() {
        var address = "http://localhost:" + server.getWebServer().getPort();
        var text = new StringBuilder("\n\n一窗已就绪\n\n")
                .append("  首页            ")
                .append(address)
                .append("/\n")
                .append("  办件（Tasklist） ")
                .append(address)
                .append("/camunda/app/tasklist/\n")
                .append("  监控（Cockpit）  ")
                .append(address)
                .append("/camunda/app/cockpit/\n")
                .append("  接口文档        ")
                .append(address)
                .append("/docs/\n\n")
                .append("  演示账号（口令均为 ")
                .append(staff.password())
                .append("）\n");
        staff.accounts()
                .forEach(account ->
                        text.append("  %-10s %s　%s%n".formatted(account.id(), account.name(), account.duty())));
        text.append("  admin      系统管理员\n");
        LOG.info("{}", text);
    }
}
