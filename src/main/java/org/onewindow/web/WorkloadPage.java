package org.onewindow.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.organization.Unit;
import org.onewindow.workflow.StaffAccounts;
import org.onewindow.workflow.StaffAccounts.Account;
import org.onewindow.workflow.Units;
import org.onewindow.workflow.Workload;
import org.onewindow.workflow.Workload.InHand;
import org.onewindow.workflow.Workload.Load;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The page 在办与改派: what a unit's people have in hand, for whoever leads them. */
@Controller
class WorkloadPage {

    private static final String PATH = "/desk/load";

    private final Workload workload;
    private final Units units;
    private final StaffAccounts accounts;
    private final Clock clock;

    WorkloadPage(Workload workload, Units units, StaffAccounts accounts, Clock clock) {
        this.workload = workload;
        this.units = units;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A reassignment that was not made, with all that was chosen and typed. */
    record Refused(List<String> tasks, String to, String reason, String message) {}

    /** Whether Tasklist shows an entry to it. */
    @GetMapping(PATH + "/shown")
    @ResponseBody
    boolean isShown(@AuthenticationPrincipal Account account) {
        return !units.ledBy(account).isEmpty();
    }

    @GetMapping(PATH)
    ModelAndView show(@AuthenticationPrincipal Account account, @RequestParam Optional<String> unit) {
        return page(account, unit(account, unit), Optional.empty());
    }

    @PostMapping(PATH)
    ModelAndView reassign(
            @AuthenticationPrincipal Account account,
            @RequestParam String unit,
            @RequestParam(defaultValue = "") List<String> task,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason) {
        var led = unit(account, Optional.of(unit));
        try {
            workload.reassign(led, task, to, reason, account);
        } catch (RefusedInput refused) {
            return page(account, led, Optional.of(new Refused(task, to, reason, refused.getMessage())));
        }
        return new ModelAndView("redirect:" + PATH + "?unit=" + led.id());
    }

    private Unit unit(Account account, Optional<String> wanted) {
        var led = units.ledBy(account);
        return led.stream()
                .filter(unit -> wanted.isEmpty() || wanted.get().equals(unit.id()))
                .findFirst()
                .orElseThrow(() -> new AccessDeniedException("leads no such unit"));
    }

    private ModelAndView page(Account account, Unit unit, Optional<Refused> refused) {
        var inHand = workload.of(unit);
        var loads = workload.loads(unit);
        var page = new ModelAndView("workload");
        page.addObject("stylesheet", "/site/workload.css");
        page.addObject("units", units.ledBy(account));
        page.addObject("unit", unit);
        page.addObject("loads", loads);
        page.addObject("tasks", inHand);
        page.addObject("staff", units.staff(unit));
        page.addObject("names", names(inHand, loads));
        page.addObject("now", clock.instant());
        page.addObject("zone", clock.getZone());
        page.addObject("refused", refused.orElse(null));
        refused.ifPresent(r -> page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY));
        return page;
    }

    private Map<String, String> names(List<InHand> tasks, List<Load> loads) {
        return accounts.names(Stream.concat(
                        tasks.stream()
                                .flatMap(task -> Stream.concat(task.assignee().stream(), task.coveredFor().stream())),
                        loads.stream().flatMap(load -> load.account().stream()))
                .distinct()
                .toList());
    }
}
