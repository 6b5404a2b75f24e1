package org.onewindow.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.casefile.RefusedInput.Violation;
import org.onewindow.catalog.Material;
import org.onewindow.catalog.ServiceItem.ApplicantType;
import org.onewindow.organization.CreditCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes applications in (收件). */
@Service
public class Intake {

    private static final String PICKUP_CHARACTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int PICKUP_LENGTH = 8;

    private final JdbcClient jdbc;
    private final CaseFiles files;
    private final ObjectMapper json;
    private final OfficeCalendar calendar;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    Intake(
            JdbcClient jdbc,
            CaseFiles files,
            ObjectMapper json,
            OfficeCalendar calendar,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.files = files;
        this.json = json;
        this.calendar = calendar;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Opens a case file and draws its number.
     *
     * @throws RefusedInput if a number, a phone or the kind of applicant is wrong; then nothing is written
     */
    @Transactional
    public CaseNumber receive(Application application) {
        check(application);
        var item = application.item();
        var receivedOn = calendar.current().countingFrom(LocalDateTime.now(clock));
        int sequence = jdbc.sql("select nextval('case_number_sequence')")
                .query(Integer.class)
                .single();
        var caseNumber = CaseNumber.of(LocalDate.now(clock), sequence);
        jdbc.sql("""
                        insert into case_file (case_number, item_code, item_name, item_version, item_publication, service_window,
                            channel, district, applicant, item_department, situation, received_by, received_at,
                            received_on, state, pickup_code)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, 'RECEIVED', ?)""")
                .params(
                        caseNumber.value(),
                        item.code(),
                        item.name(),
                        item.version(),
                        application.publication(),
                        application.window(),
                        application.channel(),
                        application.district(),
                        shown(application.applicant()),
                        item.department(),
                        situation(application),
                        application.receivedBy(),
                        Timestamp.from(clock.instant()),
                        receivedOn,
                        pickupCode())
                .update();
        writeParties(caseNumber, application);
        events.publishEvent(
                new CaseMilestone(caseNumber, item, CaseMilestone.Type.RECEIVED, receivedOn, application.receivedBy()));
        return caseNumber;
    }

    private static String shown(Application.Applicant applicant) {
        return applicant.type() == ApplicantType.PERSON ? Masking.personName(applicant.name()) : applicant.name();
    }

    /** Writes the list of materials that the case needs (材料清单). */
    @Transactional
    public void require(CaseNumber caseNumber, List<Material> materials) {
        jdbc.sql("""
                        insert into case_material (case_number, position, code, name, requirement, standard, copies,
                            original_check)
                        select ?, m.position, m.code, m.name, m.requirement, m.standard, m.copies, m.original_check
                        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::boolean[]) with ordinality
                            as m (code, name, requirement, standard, copies, original_check, position)""")
                .params(
                        caseNumber.value(),
                        materials.stream().map(Material::code).toArray(String[]::new),
                        materials.stream().map(Material::name).toArray(String[]::new),
                        materials.stream().map(Material::requirement).toArray(String[]::new),
                        materials.stream().map(Material::standard).toArray(String[]::new),
                        materials.stream().map(Material::copies).toArray(Integer[]::new),
                        materials.stream().map(Material::needsOriginalCheck).toArray(Boolean[]::new))
                .update();
        files.forgetMaterials(caseNumber);
    }

    private void check(Application application) {
        var violations = new ArrayList<Violation>();
        var applicant = application.applicant();
        var today = LocalDate.now(clock);
        if (!application.item().serviceObjects().contains(applicant.type())) {
            violations.add(new Violation(
                    "applicantType",
                    "“" + application.item().name() + "”不面向" + applicant.type().label() + "，请核对申请人类型"));
        }
        if (applicant.type() == ApplicantType.PERSON && !IdentityNumber.isPerson(applicant.number(), today)) {
            violations.add(new Violation("idNumber", "公民身份号码不正确（出生日期或者校验位不符），请对照身份证重新输入"));
        }
        if (applicant.type() == ApplicantType.ORGANIZATION && !CreditCode.isValid(applicant.number())) {
            violations.add(new Violation("creditCode", "统一社会信用代码不正确（校验位不符），请对照营业执照重新输入"));
        }
        checkPhone(applicant.phone(), "contactPhone", "联系电话", violations);
        application.agent().ifPresent(agent -> {
            if (!IdentityNumber.isPerson(agent.number(), today)) {
                violations.add(new Violation("agentIdNumber", "代办人公民身份号码不正确，请对照身份证重新输入"));
            }
            checkPhone(agent.phone(), "agentPhone", "代办人联系电话", violations);
        });
        if (!violations.isEmpty()) {
            throw new RefusedInput(violations);
        }
    }

    private static void checkPhone(String phone, String field, String label, List<Violation> violations) {
        if (!PhoneNumber.isValid(phone)) {
            violations.add(new Violation(field, label + PhoneNumber.RULE));
        }
    }

    private void writeParties(CaseNumber caseNumber, Application application) {
        var applicant = application.applicant();
        writeParty(
                caseNumber,
                "applicant",
                applicant.type().code(),
                applicant.name(),
                applicant.number(),
                applicant.legalRepresentative().orElse(null),
                applicant.contactName(),
                applicant.phone(),
                applicant.address().orElse(null));
        application
                .agent()
                .ifPresent(agent -> writeParty(
                        caseNumber, "agent", "person", agent.name(), agent.number(), null, null, agent.phone(), null));
    }

    private void writeParty(CaseNumber caseNumber, Object... values) {
        var params = new ArrayList<Object>(List.of(caseNumber.value()));
        params.addAll(Arrays.asList(values));
        jdbc.sql("insert into case_party values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(params)
                .update();
    }

    private String situation(Application application) {
        try {
            return json.writeValueAsString(application.situation());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String pickupCode() {
        return random.ints(PICKUP_LENGTH, 0, PICKUP_CHARACTERS.length())
                .mapToObj(i -> PICKUP_CHARACTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
