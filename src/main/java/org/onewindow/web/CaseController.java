package org.onewindow.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.issuance.Issuance;
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
    private final Issuance issuance;
    private final CaseAccess access;
    private final CaseReading reading;

    CaseController(
            CaseRegistration registration,
            RegistrationReader reader,
            CaseFiles files,
            Issuance issuance,
            CaseAccess access,
            CaseReading reading) {
        this.registration = registration;
        this.reader = reader;
        this.files = files;
        this.issuance = issuance;
        this.access = access;
        this.reading = reading;
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
        if (account != null) {
            return readByPassword(account, number);
        }
        var pickupCode = code.orElseThrow(() -> new ApiProblems.Found(
                Problem.UNAUTHENTICATED, "申请人请在请求头 Pickup-Code 中提供取件码；工作人员和合作平台请用账号和口令（HTTP Basic）登录"));
        // The same answer for an unknown number and a wrong code: numbers cannot be found out by trying.
        var file = CaseNumber.parse(number)
                .filter(caseNumber -> issuance.opens(caseNumber, pickupCode))
                .flatMap(files::find)
                .orElseThrow(() -> new ApiProblems.Found(Problem.NOT_FOUND, "办件编号与取件码不符，请核对收件凭证；多次输错的，请到窗口查询"));
        return reading.read(file, false);
    }

    private CaseAnswer readByPassword(Account account, String number) {
        CaseFile file = CaseNumber.parse(number)
                .flatMap(files::find)
                .orElseThrow(() -> new ApiProblems.Found(Problem.NOT_FOUND, "没有这个编号的办件，请核对编号"));
        boolean isStaff = access.isStaffOf(file, account);
        if (!isStaff && !access.registered(file, account)) {
            throw new ApiProblems.Found(Problem.FORBIDDEN, "这个办件不在您的岗位范围内");
        }
        return reading.read(file, isStaff);
    }
}
