package org.onewindow.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.onewindow.workflow.Forms.accept;
import static org.onewindow.workflow.Forms.reject;
import static org.onewindow.workflow.Refusal.refusalOf;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseState;
import org.onewindow.document.IssuedDocument.State;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is issued stays, each under a number of its own. */
@HallTest
class DocumentRegisterTest {

    private static final int THREADS = 8;
    private static final int NUMBERS = 1000;

    @Autowired
    private Hall hall;

    @Autowired
    private Documents documents;

    @Autowired
    private DocumentIssue issue;

    @Autowired
    private DocumentMaker maker;

    @Autowired
    private Templates templates;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private PermitWay way;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
    }

    @Test
    void eightDesksDrawAThousandNumbersEachWithoutAGapOrADouble() throws Exception {
        var file = way.received().file();
        hall.at("2027-01-04T09:00"); // a year of its own: the first number is 1
        var desks = Executors.newFixedThreadPool(THREADS);
        try {
            Callable<List<String>> desk =
                    () -> IntStream.range(0, NUMBERS).mapToObj(n -> drawn(file)).toList();
            var drawn = desks
                    .invokeAll(Stream.generate(() -> desk).limit(THREADS).toList())
                    .stream()
                    .flatMap(numbers -> {
                        try {
                            return numbers.get().stream();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .sorted()
                    .toList();
            assertThat(drawn)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, THREADS * NUMBERS)
                            .mapToObj("昆卫受〔2027〕%06d号"::formatted)
                            .toList());
        } finally {
            desks.shutdownNow();
        }
    }

    private String drawn(CaseFile file) {
        return transaction.execute(status -> issue.nextNumber(DocumentKind.ACCEPTANCE, file));
    }

    @Test
    void aStepThatFailsGivesItsNumberBack() {
        var file = way.received().file();
        var lost = transaction.execute(status -> {
            status.setRollbackOnly();
            return issue.nextNumber(DocumentKind.ACCEPTANCE, file);
        });
        assertThat(drawn(file)).isEqualTo(lost);
    }

    @Test
    void aTemplateFirstUsedByAStepThatFailedIsThereForTheNextStep() {
        var permit = way.received();
        var kind = DocumentKind.NOT_NEEDED;
        var template = templates.sheet(kind);
        transaction.executeWithoutResult(status -> {
            templates.keep(template);
            status.setRollbackOnly();
        });
        hall.as("zhangmin").submit(permit, "task_verifyMaterials", reject(permit, "decline", "私人住宅不属于公共场所"));
        assertThat(documents.current(permit.number(), kind)).isPresent();
    }

    @Test
    void aWindowWithoutALetterInForceSealsNothingOfTheDepartments() {
        var permit = way.received();
        hall.at("2031-01-06T09:00"); // the letter ran out on 2030-12-31
        refusalOf(() -> hall.as("zhangmin").submit(permit, "task_verifyMaterials", accept(permit)))
                .contains("授权委托书", "受理通知书");
        assertThat(permit.state()).isEqualTo(CaseState.RECEIVED);
        assertThat(documents.of(permit.number()))
                .as("the receipt is undone with the step")
                .isEmpty();
    }

    @Test
    void theLetterOnWhichAWindowSealedIsOnRecord() {
        var permit = way.accepted();
        assertThat(jdbc.sql("select kind, letter from document where case_number = ? order by id")
                        .param(permit.number().value())
                        .query((row, n) -> tuple(row.getString(1), row.getString(2)))
                        .list())
                .containsExactly(tuple("receipt", null), tuple("acceptance", "昆卫委托〔2024〕1号"));
    }

    @Test
    void aPaperWithoutWhatTheLawWantsStopsTheStep() {
        var permit = way.reviewed();
        jdbc.sql("update case_file set result_valid_until = null where case_number = ?")
                .param(permit.number().value())
                .update();
        hall.as("zhoutao").claim(permit, "task_decide");
        assertThatThrownBy(() -> transaction.execute(status -> {
                    jdbc.sql("delete from case_step where case_number = ?")
                            .param(permit.number().value())
                            .update();
                    jdbc.sql(
                                    "update case_file set decision = 'deny', result_name = '不予行政许可决定书', result_number = 'x' where case_number = ?")
                            .param(permit.number().value())
                            .update();
                    issue.issue(permit.number(), DocumentKind.DENIAL, "zhoutao");
                    return null;
                }))
                .hasMessageContaining("不予行政许可决定书")
                .hasMessageContaining("reason");
        assertThat(documents.current(permit.number(), DocumentKind.DENIAL)).isEmpty();
    }

    @Test
    void aCorrectionIsANewVersionThatRefersToTheOld() {
        var permit = way.accepted();
        var old = documents.current(permit.number(), DocumentKind.ACCEPTANCE).orElseThrow();
        transaction.executeWithoutResult(status -> issue.correct(old, "日期有误", "guowei"));
        var corrected =
                documents.current(permit.number(), DocumentKind.ACCEPTANCE).orElseThrow();
        assertThat(corrected.number()).isEqualTo(old.number());
        assertThat(corrected.version()).isEqualTo(2);
        assertThat(corrected.code()).isNotEqualTo(old.code());
        assertThat(state(old)).isEqualTo(State.CORRECTED);
        assertThat(state(corrected)).isEqualTo(State.VALID);
        refusalOf(() -> transaction.executeWithoutResult(
                        status -> issue.correct(documents.find(old.id()).orElseThrow(), "日期有误", "guowei")))
                .contains("只有有效的文书可以更正");
    }

    @Test
    void aRevokedPaperStaysAndCannotBeRevokedAgain() {
        var permit = way.accepted();
        var paper = documents.current(permit.number(), DocumentKind.ACCEPTANCE).orElseThrow();
        documents.revoke(paper.id(), "受理错误", "guowei");
        assertThat(state(paper)).isEqualTo(State.REVOKED);
        refusalOf(() -> documents.revoke(paper.id(), "再次", "guowei")).contains("不能再次撤销");
    }

    @Test
    void aCertificateExpiresAfterItsLastDay() {
        var permit = way.readyForIssuance();
        var certificate =
                documents.current(permit.number(), DocumentKind.RESULT).orElseThrow();
        assertThat(certificate.validUntil()).contains(LocalDate.of(2030, 3, 1));
        assertThat(certificate.state(LocalDate.of(2030, 3, 1))).isEqualTo(State.VALID);
        assertThat(certificate.state(LocalDate.of(2030, 3, 2))).isEqualTo(State.EXPIRED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from document where id = ?",
                "update document set facts = '{}' where id = ?",
                "update document set number = '昆卫受〔2026〕999999号' where id = ?",
                "update document set file_hash = 'other' where id = ?",
            })
    void whatWasIssuedCannotBeRewritten(String statement) {
        var permit = way.accepted();
        var paper = documents.current(permit.number(), DocumentKind.ACCEPTANCE).orElseThrow();
        maker.file(paper);
        assertThatThrownBy(() -> jdbc.sql(statement).param(paper.id()).update())
                .hasMessageContaining("an issued document is final");
    }

    private State state(IssuedDocument document) {
        return documents.find(document.id()).orElseThrow().state(hall.today());
    }
}
