package org.onewindow.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.workflow.CaseRegistration;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Registers and reads cases. */
@RestController
class CaseController {

    private static final String PATH = "/api/cases";
    private static final Pattern KEY = Pattern.compile("[!-~]{8,64}");

    private final CaseRegistration registration;
    private final RegistrationReader reader;
    private final CaseFiles files;
    private final CaseAccess access;
    private final CaseReading reading;
    private final CaseClockReading clockReading;

    CaseController(
            CaseRegistration registration,
            RegistrationReader reader,
            CaseFiles files,
            CaseAccess access,
            CaseReading reading,
            CaseClockReading clockReading) {
        this.registration = registration;
        this.reader = reader;
        this.files = files;
        this.access = access;
        this.reading = reading;
        this.clockReading = clockReading;
    }

    record Link(String href) {}

    record Registered(
            String caseNumber,
            String pickupCode,
            @JsonProperty("_links") Map<String, Link> links) {}

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Registered> register(
            @AuthenticationPrincipal Account client,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody byte[] body)
            throws IOException {
        if (!KEY.matcher(key).matches()) {
            throw new ApiProblems.Found(Problem.MALFORMED, "请求头 Idempotency-Key 应为8至64个可见的ASCII字符");
        }
        var sent = reader.read(body);
        if (sent.item() == null || sent.item().isBlank()) {
            throw new RefusedInput("item", "请填写事项编码");
        }
        var registered = register(client, key, sent);
        var file = files.require(registered.caseNumber());
        var self = PATH + "/" + file.caseNumber();
        var links = Map.of("self", new Link(self));
        return (registered.isNew()
                        ? ResponseEntity.created(URI.create(self))
                        : ResponseEntity.ok().location(URI.create(self)))
                .body(new Registered(file.caseNumber().value(), file.pickupCode(), links));
    }

    private CaseRegistration.Registered register(Account client, String key, Registration sent) {
        var form = sent.form();
        try {
            return registration.register(client, key, sent.item(), form);
        } catch (RefusedInput refused) {
            throw Registration.inTermsOfTheBody(refused);
        }
    }

    @GetMapping(PATH + "/{number}")
    CaseAnswer read(
            @AuthenticationPrincipal Account account,
            @PathVariable String number,
            @RequestHeader("Pickup-Code") Optional<String> code) {
        var opened = access.open(number, Optional.ofNullable(account), code);
        return reading.read(opened.file(), opened.forStaff());
    }

    @GetMapping(PATH + "/{number}/clock")
    ClockAnswer readClock(
            @AuthenticationPrincipal Account account,
            @PathVariable String number,
            @RequestHeader("Pickup-Code") Optional<String> code) {
        var opened = access.open(number, Optional.ofNullable(account), code);
        return clockReading.read(opened.file(), opened.forStaff());
    }
}
