package org.onewindow.web;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.deadline.CalendarLoading;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Loads the years of the working-day calendar; for administrators. */
@RestController
@RequestMapping(CalendarController.PATH)
class CalendarController {

    static final String PATH = "/api/calendar";
    private static final String YEAR = "/{year:[0-9]{4}}";
    private static final String CHANGES = "/changes/";
    private static final String YAML = "application/yaml";
    private static final String ADMINISTRATORS = "camunda-admin";

    private final CalendarLoading loading;
    private final OfficeCalendar calendar;
    private final Clock clock;

    CalendarController(CalendarLoading loading, OfficeCalendar calendar, Clock clock) {
        this.loading = loading;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Before anything is read of the request. */
    @ModelAttribute
    void admit(@AuthenticationPrincipal Account account) {
        if (!account.isIn(ADMINISTRATORS)) {
            throw new ApiProblems.Found(Problem.FORBIDDEN, "工作日历由系统管理员维护");
        }
    }

    @GetMapping(YEAR)
    CalendarAnswer.Year read(@PathVariable int year) {
        return Optional.ofNullable(calendar.current().years().get(year))
                .map(found -> CalendarAnswer.Year.of(
                        found, loading.origin(year).map(change -> CalendarAnswer.Change.of(change, clock))))
                .orElseThrow(() -> new ApiProblems.Found(Problem.NOT_FOUND, year + "年的工作日历还没有载入，落在这一年的期限只扣除周末"));
    }

    @PostMapping(
            path = YEAR + "/preview",
            consumes = {YAML, MediaType.TEXT_PLAIN_VALUE})
    CalendarAnswer.Preview preview(@PathVariable int year, @RequestBody byte[] content) {
        return CalendarAnswer.Preview.of(loading.preview(year, content));
    }

    /** 202 with the change's address; 200 with the year where it is in force already. */
    @PutMapping(
            path = YEAR,
            consumes = {YAML, MediaType.TEXT_PLAIN_VALUE})
    ResponseEntity<?> load(
            @AuthenticationPrincipal Account administrator, @PathVariable int year, @RequestBody byte[] content) {
        var change = loading.load(year, content, administrator.id());
        if (change.isEmpty()) {
            return ResponseEntity.ok(new Unchanged("与现行的" + year + "年日历相同，没有改动", read(year)));
        }
        return ResponseEntity.accepted()
                .location(URI.create(PATH + CHANGES + change.get().id()))
                .body(CalendarAnswer.Change.of(change.get(), clock));
    }

    record Unchanged(String message, CalendarAnswer.Year calendar) {}

    @GetMapping(CHANGES + "{id:[0-9]{1,18}}")
    CalendarAnswer.Change progress(@PathVariable long id) {
        return loading.change(id)
                .map(change -> CalendarAnswer.Change.of(change, clock))
                .orElseThrow(() -> new ApiProblems.Found(Problem.NOT_FOUND, "没有这个编号的日历变更，请核对编号"));
    }
}
