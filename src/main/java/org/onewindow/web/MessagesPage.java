package org.onewindow.web;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onewindow.notification.Addressee;
import org.onewindow.notification.MessageKind;
import org.onewindow.notification.Messages;
import org.onewindow.organization.Organization;
import org.onewindow.workflow.StaffAccounts;
import org.onewindow.workflow.StaffAccounts.Account;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The page 未送达的消息: what was not sent, for the administrators to mend and to try again. */
@Controller
class MessagesPage {

    private static final Logger LOG = LoggerFactory.getLogger(MessagesPage.class);

    private static final String PATH = "/supervision/messages";
    private static final int MOST = 200;

    private static final Map<String, String> KINDS =
            Stream.of(MessageKind.values()).collect(Collectors.toMap(MessageKind::code, MessageKind::label));
    private static final Map<String, String> CHANNELS = Map.of("mail", "电子邮件", "webhook", "消息网关");

    private final Messages messages;
    private final StaffAccounts accounts;
    private final Organization organization;
    private final Clock clock;

    MessagesPage(Messages messages, StaffAccounts accounts, Organization organization, Clock clock) {
        this.messages = messages;
        this.accounts = accounts;
        this.organization = organization;
        this.clock = clock;
    }

    record Row(Messages.Unsent message, String kind, String channel, String addressee, LocalDateTime createdAt) {}

    @GetMapping(PATH)
    ModelAndView show(@AuthenticationPrincipal Account account) {
        requireAdministrator(account);
        var page = new ModelAndView("messages");
        page.addObject("stylesheet", "/site/warnings.css");
        page.addObject("on", messages.isOn());
        page.addObject("rows", rows(messages.unsent(MOST)));
        return page;
    }

    @PostMapping(PATH + "/{id}/tries")
    String tryAgain(@AuthenticationPrincipal Account account, @PathVariable long id) {
        requireAdministrator(account);
        if (!messages.tryAgain(id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        LOG.info("message {} is tried again by {}", id, account.id());
        return "redirect:" + PATH;
    }

    private static void requireAdministrator(Account account) {
        if (!account.isIn(CatalogController.ADMINISTRATORS)) {
            throw new AccessDeniedException("not an administrator");
        }
    }

    private List<Row> rows(List<Messages.Unsent> unsent) {
        var names = accounts.names(unsent.stream()
                .map(Messages.Unsent::addressee)
                .filter(addressee -> addressee.type() == Addressee.Type.PERSON)
                .map(Addressee::id)
                .distinct()
                .toList());
        return unsent.stream()
                .map(message -> new Row(
                        message,
                        KINDS.getOrDefault(message.kind(), message.kind()),
                        CHANNELS.getOrDefault(message.channel(), message.channel()),
                        name(message.addressee(), names),
                        LocalDateTime.ofInstant(message.createdAt(), clock.getZone())))
                .toList();
    }

    private String name(Addressee addressee, Map<String, String> names) {
        return switch (addressee.type()) {
            case PERSON -> names.getOrDefault(addressee.id(), addressee.id());
            case HEADS -> organization.departmentName(addressee.id()) + "负责人";
            case DEPARTMENT -> organization.departmentName(addressee.id());
        };
    }
}
