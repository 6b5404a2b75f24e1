package org.onewindow.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.workflow.Phrases;
import org.onewindow.workflow.StaffAccounts;
import org.onewindow.workflow.StaffAccounts.Account;
import org.onewindow.workflow.StaffTasks;
import org.onewindow.workflow.StaffTasks.StaffTask;
import org.onewindow.workflow.TaskClaims;
import org.onewindow.workflow.TaskDesk;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the scripts of Tasklist ask for (工作台). Everything is the account's own; what is not, is not found. */
@RestController
@RequestMapping("/desk")
class DeskController {

    private static final int SHORTEST_SEARCH = 2;
    private static final int MOST_TASKS = 100;
    /** Characters: a form with every field full. */
    private static final int LONGEST_DRAFT = 200_000;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm");

    private final StaffTasks tasks;
    private final TaskClaims claims;
    private final TaskDesk desk;
    private final Phrases phrases;
    private final StaffAccounts accounts;
    private final Clock clock;

    DeskController(
            StaffTasks tasks, TaskClaims claims, TaskDesk desk, Phrases phrases, StaffAccounts accounts, Clock clock) {
        this.tasks = tasks;
        this.claims = claims;
        this.desk = desk;
        this.phrases = phrases;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * @param left in words
     * @param cover for whom the account has it as a deputy, in words
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Card(
            String task,
            String name,
            String caseNumber,
            String item,
            String applicant,
            Optional<String> lamp,
            Optional<String> word,
            Optional<String> left,
            Optional<String> cover,
            boolean isMine,
            boolean isFree) {

        static Card of(StaffTask task, Account account, Map<String, String> names) {
            return new Card(
                    task.id(),
                    task.name(),
                    task.caseNumber().value(),
                    task.item(),
                    task.applicant(),
                    task.lamp().map(lamp -> lamp.jsonName()),
                    task.lamp().map(lamp -> lamp.label()),
                    task.left().map(Card::left),
                    task.coveredFor().map(person -> "代" + names.getOrDefault(person, person)),
                    task.assignee().filter(account.id()::equals).isPresent(),
                    task.assignee().isEmpty());
        }

        private static String left(int days) {
            if (days < 0) {
                return "已超" + -days + "个工作日";
            }
            return days == 0 ? "今天到期" : "还有" + days + "个工作日";
        }
    }

    /** @param savedAt in words */
    record DraftAnswer(@JsonRawValue String content, String savedAt) {}

    /** @param assignee the name of whoever has the task, if it is somebody else */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record AroundAnswer(Optional<String> assignee, List<String> others) {}

    /** The header that a script sends with whatever it writes. */
    @GetMapping("/token")
    Map<String, String> token(CsrfToken token) {
        return Map.of("header", token.getHeaderName(), "token", token.getToken());
    }

    @GetMapping("/cards")
    List<Card> cards(@AuthenticationPrincipal Account account, @RequestParam List<String> tasks) {
        return cards(this.tasks.own(tasks.stream().limit(MOST_TASKS).toList(), account), account);
    }

    @GetMapping("/search")
    List<Card> search(@AuthenticationPrincipal Account account, @RequestParam(defaultValue = "") String q) {
        var sought = q.strip();
        return sought.length() < SHORTEST_SEARCH ? List.of() : cards(tasks.find(sought, account), account);
    }

    private List<Card> cards(List<StaffTask> found, Account account) {
        var names = accounts.names(found.stream()
                .flatMap(task -> task.coveredFor().stream())
                .distinct()
                .toList());
        return found.stream().map(task -> Card.of(task, account, names)).toList();
    }

    @PostMapping("/claims")
    List<TaskClaims.Claim> claim(@AuthenticationPrincipal Account account, @RequestBody List<String> chosen) {
        return claims.claim(chosen.stream().limit(MOST_TASKS).toList(), account);
    }

    @PostMapping("/tasks/{id}/presence")
    AroundAnswer around(@AuthenticationPrincipal Account account, @PathVariable String id) {
        var around = desk.around(id, account).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var names = accounts.names(Stream.concat(around.assignee().stream(), around.others().stream())
                .distinct()
                .toList());
        return new AroundAnswer(
                around.assignee().filter(other -> !other.equals(account.id())).map(names::get),
                around.others().stream().map(names::get).toList());
    }

    @GetMapping("/tasks/{id}/draft")
    DraftAnswer draft(@AuthenticationPrincipal Account account, @PathVariable String id) {
        return desk.draft(id, account)
                .map(draft -> new DraftAnswer(
                        draft.content(), TIME.format(draft.savedAt().atZone(clock.getZone()))))
                .orElse(new DraftAnswer("null", ""));
    }

    @PutMapping("/tasks/{id}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@AuthenticationPrincipal Account account, @PathVariable String id, @RequestBody JsonNode content) {
        var text = content.toString();
        if (!content.isObject() || text.length() > LONGEST_DRAFT) {
            throw new RefusedInput("草稿过长，不能保存");
        }
        if (!desk.keep(id, text, account)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    @DeleteMapping("/tasks/{id}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@AuthenticationPrincipal Account account, @PathVariable String id) {
        desk.discard(id, account);
    }

    @GetMapping("/phrases")
    List<Phrases.Phrase> phrases(@AuthenticationPrincipal Account account) {
        return phrases.of(account);
    }

    record NewPhrase(String text, boolean shared) {}

    @PostMapping("/phrases")
    List<Phrases.Phrase> add(@AuthenticationPrincipal Account account, @RequestBody NewPhrase phrase) {
        phrases.add(account, Optional.ofNullable(phrase.text()).orElse(""), phrase.shared());
        return phrases.of(account);
    }

    @DeleteMapping("/phrases/{id}")
    List<Phrases.Phrase> remove(@AuthenticationPrincipal Account account, @PathVariable long id) {
        phrases.remove(account, id);
        return phrases.of(account);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
    Map<String, String> refuse(RefusedInput refused) {
        return Map.of("message", refused.getMessage());
    }
}
