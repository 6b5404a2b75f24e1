package org.onewindow.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.ReadContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.deadline.ClockEvent;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The explanation of a case's clock through the REST interface, and who gets it. */
@HallTest
class CaseClockApiTest {

    private static final String PASSWORD = "yichuang-demo";

    @Autowired
    private Hall hall;

    @Autowired
    private ClockLedger ledger;

    @Autowired
    private TestRestTemplate rest;

    private ReceivedCase permit;

    /** The end of the special procedure was put right, the case is late. */
    @BeforeEach
    void receiveACase() {
        hall.openOn(Hall.MONDAY);
        var way = new PermitWay(hall);
        permit = way.accepted();
        hall.at("2026-03-05T10:00");
        way.startsSpecialProcedure(permit, "专家评审", 5);
        hall.at("2026-03-16T10:00");
        way.endsSpecialProcedure(permit);
        way.asksForExtension(permit, 2);
        way.answersExtension(permit, "approve");
        ledger.reverse(
                permit.number(),
                permit.ledger().get(3).id(),
                Optional.of(ClockEvent.specialProcedureEnded(LocalDate.of(2026, 3, 12))),
                "意见于12日送达",
                "guowei");
        hall.at("2026-03-20T17:00");
        hall.runDueTimers(permit);
        hall.at("2026-03-23T10:00");
    }

    @Test
    void staffReadDaysEntriesAndAlarms() {
        var clock = read("zhaogang");
        assertThat(clock.<String>read("$.asOf")).isEqualTo("2026-03-23");
        assertThat(clock.<String>read("$.phase.label")).isEqualTo("办理中");
        assertThat(clock.<String>read("$.lamp.code")).isEqualTo("red");
        assertThat(clock.<Boolean>read("$.statutoryOverrun")).isFalse();
        assertThat(clock.<Integer>read("$.used")).isEqualTo(10);
        assertThat(clock.<Integer>read("$.left")).isEqualTo(12);
        assertThat(clock.<List<String>>read("$.periods[*].kind.code"))
                .containsExactly("notice", "promised", "statutory");
        var promised = "$.periods[?(@.kind.code=='promised')]";
        assertThat(clock.<List<String>>read(promised + ".due")).containsExactly("2026-03-20");
        assertThat(clock.<List<String>>read(promised + ".outcome.code")).containsExactly("overrun");
        assertThat(clock.<List<Integer>>read(promised + ".extensionDays")).containsExactly(2);
        var days = promised + ".calendar";
        assertThat(clock.<List<String>>read(days + "[?(@.date=='2026-03-06')].reason"))
                .singleElement(InstanceOfAssertFactories.STRING)
                .matches("专家评审暂停（告知书 昆卫特〔2026〕\\d{6}号）");
        assertThat(clock.<List<Integer>>read(days + "[?(@.date=='2026-03-20')].number"))
                .containsExactly(9);
        assertThat(clock.<List<String>>read("$.alarms[*].kind.label")).contains("已超过承诺时限");
    }

    @Test
    void theLedgerTellsWhatWasPutRight() {
        var clock = read("fengxue");
        assertThat(clock.<List<String>>read("$.ledger[*].type.label"))
                .containsExactly("收件", "受理", "特别程序开始", "特别程序结束", "延期", "特别程序结束");
        assertThat(clock.<List<Boolean>>read("$.ledger[*].reversed"))
                .containsExactly(false, false, false, true, false, false);
        assertThat(clock.<Integer>read("$.ledger[5].reverses")).isEqualTo(4);
        assertThat(clock.<String>read("$.ledger[5].reversalReason")).isEqualTo("意见于12日送达");
        assertThat(clock.<String>read("$.ledger[5].actor")).isEqualTo("郭伟");
        assertThat(clock.<String>read("$.ledger[4].approvedBy")).isEqualTo("郭伟");
        assertThat(clock.<String>read("$.ledger[4].reason")).isEqualTo("情况复杂，需补充核查。");
    }

    @Test
    void theApplicantSeesNeitherNamesNorReasons() {
        var answer = byCode(permit.file().pickupCode());
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getBody())
                .contains("专家评审", "昆卫特〔2026〕", "2026-03-20")
                .doesNotContain("郭伟", "赵刚", "张敏", "guowei", "情况复杂", "意见于12日送达");
    }

    @ParameterizedTest
    @CsvSource({
        "zhangmin, 200",
        "zhaogang, 200",
        "guowei, 200",
        "wangfang, 200",
        "fengxue, 200",
        "liuyang, 403",
        "mali, 403",
        "heming, 403",
        "baotou, 403"
    })
    void onlyThoseConcernedReadIt(String account, int expected) {
        var answer = as(account);
        assertThat(answer.getStatusCode().value()).isEqualTo(expected);
        if (expected != 200) {
            isProblem(answer);
        }
    }

    @Test
    void aWrongCodeAndNoCodeAreProblems() {
        assertThat(byCode("AAAAAAAA").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        var answer = rest.getForEntity(path(), String.class);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        isProblem(answer);
        assertThat(rest.withBasicAuth("zhaogang", PASSWORD)
                        .getForEntity("/api/cases/150203202001010000011/clock", String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    private static void isProblem(ResponseEntity<String> answer) {
        assertThat(MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(
                        answer.getHeaders().getContentType()))
                .isTrue();
    }

    private ReadContext read(String account) {
        var answer = as(account);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        return JsonPath.parse(answer.getBody());
    }

    private ResponseEntity<String> as(String account) {
        return rest.withBasicAuth(account, PASSWORD).getForEntity(path(), String.class);
    }

    private ResponseEntity<String> byCode(String code) {
        var headers = new HttpHeaders();
        headers.add("Pickup-Code", code);
        return rest.exchange(path(), HttpMethod.GET, new HttpEntity<>(headers), String.class);
    }

    private String path() {
        return "/api/cases/" + permit.number() + "/clock";
    }
}
