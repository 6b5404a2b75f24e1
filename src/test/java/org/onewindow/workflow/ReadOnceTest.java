package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.casefile.Acceptance;
import org.onewindow.casefile.Approval;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseLock;
import org.onewindow.casefile.CaseMaterial;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.CaseState;
import org.onewindow.casefile.CaseStep;
import org.onewindow.casefile.ReadOnce;
import org.onewindow.casefile.ReadOnce.Piece;
import org.onewindow.casefile.TakenBy;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.deadline.SpecialProcedure;
import org.onewindow.document.DocumentIssue;
import org.onewindow.document.DocumentKind;
import org.onewindow.document.Documents;
import org.onewindow.issuance.MaterialCustody;
import org.onewindow.issuance.MaterialCustody.Original;
import org.onewindow.issuance.MaterialCustody.Whereabouts;
import org.onewindow.issuance.ResultHandover;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a transaction reads of a case it reads once, and anew after it was written or locked. */
@HallTest
class ReadOnceTest {

    @Autowired
    private Hall hall;

    @Autowired
    private ReadOnce once;

    @Autowired
    private CaseLock lock;

    @Autowired
    private CaseFiles files;

    @Autowired
    private Approval approval;

    @Autowired
    private Acceptance acceptance;

    @Autowired
    private ClockLedger ledger;

    @Autowired
    private MaterialCustody custody;

    @Autowired
    private ResultHandover handover;

    @Autowired
    private Documents documents;

    @Autowired
    private DocumentIssue issue;

    @Autowired
    private PlatformTransactionManager transactions;

    private PermitWay way;

    private final Piece<Integer> piece = new Piece<>();
    private final AtomicInteger reads = new AtomicInteger();

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
    }

    private int read(CaseNumber number) {
        return once.read(number, piece, reads::incrementAndGet);
    }

    private void in(int propagation, Runnable action) {
        new TransactionTemplate(transactions, new DefaultTransactionDefinition(propagation))
                .executeWithoutResult(status -> action.run());
    }

    private void inTransaction(Runnable action) {
        in(TransactionDefinition.PROPAGATION_REQUIRED, action);
    }

    private static void elsewhere(Runnable action) {
        CompletableFuture.runAsync(action).join();
    }

    private void writesStep(CaseNumber number, String name) {
        approval.step(number, "task_handle", name, TakenBy.self("zhaogang"), "", Optional.empty());
    }

    @Test
    void aTransactionReadsAPieceOfACaseOnce() {
        var one = way.received().number();
        var other = way.received().number();
        inTransaction(() -> {
            assertThat(read(one)).isEqualTo(1);
            assertThat(read(one)).isEqualTo(1);
            assertThat(read(other)).as("another case").isEqualTo(2);
        });
        inTransaction(() -> assertThat(read(one)).as("the next transaction").isEqualTo(3));
    }

    @Test
    void withoutATransactionNothingIsRemembered() {
        var number = way.received().number();
        once.held(number, piece, 100);
        assertThat(read(number)).isEqualTo(1);
        assertThat(read(number)).isEqualTo(2);
    }

    @Test
    void whatIsWrittenIsReadAnewOrKnownAsItWasLeft() {
        var number = way.received().number();
        inTransaction(() -> {
            read(number);
            once.forget(number, piece);
            assertThat(read(number)).isEqualTo(2);
            once.held(number, piece, 100);
            assertThat(read(number)).isEqualTo(100);
            once.forget(number, piece);
            assertThat(read(number)).isEqualTo(3);
        });
    }

    @Test
    void theCasesLockShowsWhatOthersWroteMeanwhile() {
        var number = way.accepted().number();
        inTransaction(() -> {
            var before = files.steps(number).size();
            elsewhere(() -> {
                writesStep(number, "他人办理");
                inTransaction(() -> approval.dispatch(number, "civil-affairs"));
            });
            assertThat(files.steps(number)).as("remembered").hasSize(before);
            lock.state(number);
            assertThat(files.steps(number)).hasSize(before + 1);
            assertThat(files.require(number).department()).contains("civil-affairs");
        });
    }

    @Test
    void theLedgersLockShowsWhatOthersWroteMeanwhile() {
        var number = way.accepted().number();
        inTransaction(() -> {
            var before = ledger.book(number).entries().size();
            files.steps(number);
            elsewhere(() -> {
                writesStep(number, "他人办理");
                ledger.startSpecialProcedure(number, SpecialProcedure.HEARING, "听证通知", 5, "zhaogang");
            });
            ledger.endSpecialProcedure(number, "zhaogang");
            assertThat(ledger.book(number).entries()).hasSize(before + 2);
            assertThat(files.steps(number)).extracting(CaseStep::name).contains("他人办理");
        });
    }

    @Test
    void aLockLeavesWhatTheTransactionItselfWrote() {
        var number = way.accepted().number();
        inTransaction(() -> {
            approval.dispatch(number, "civil-affairs");
            once.held(number, piece, 100);
            lock.state(number);
            assertThat(read(number)).isEqualTo(100);
            assertThat(files.require(number).department()).contains("civil-affairs");
        });
    }

    @Test
    void whatWasWrittenUpToASavepointAndUndoneIsForgotten() {
        var number = way.accepted().number();
        inTransaction(() -> {
            var before = files.require(number);
            var steps = files.steps(number).size();
            assertThatThrownBy(() -> in(TransactionDefinition.PROPAGATION_NESTED, () -> {
                        approval.dispatch(number, "civil-affairs");
                        writesStep(number, "未遂");
                        assertThat(files.require(number).department()).contains("civil-affairs");
                        assertThat(files.steps(number)).hasSize(steps + 1);
                        throw new IllegalStateException("undone");
                    }))
                    .hasMessage("undone");
            assertThat(files.require(number)).isEqualTo(before);
            assertThat(files.steps(number)).hasSize(steps);
        });
    }

    @Test
    void whatIsReadOnlyWithinASavepointThatIsUndoneIsForgotten() {
        var number = way.accepted().number();
        inTransaction(() -> {
            assertThatThrownBy(() -> in(TransactionDefinition.PROPAGATION_NESTED, () -> {
                        once.held(number, piece, 100);
                        throw new IllegalStateException("undone");
                    }))
                    .hasMessage("undone");
            assertThat(read(number)).isEqualTo(1);
        });
    }

    @Test
    void aTransactionOfItsOwnKnowsNothingOfTheOneAround() {
        var number = way.accepted().number();
        inTransaction(() -> {
            once.held(number, piece, 100);
            in(TransactionDefinition.PROPAGATION_REQUIRES_NEW, () -> assertThat(read(number))
                    .isEqualTo(1));
            assertThat(read(number)).isEqualTo(100);
        });
    }

    @Test
    void nothingIsRememberedWhenTheTransactionIsOver() {
        var number = way.accepted().number();
        var after = new AtomicInteger();
        assertThatThrownBy(() -> inTransaction(() -> {
                    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                        @Override
                        public void afterCompletion(int status) {
                            after.set(read(number));
                        }
                    });
                    once.held(number, piece, 100);
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        assertThat(after).hasValue(1);
    }

    @Test
    void aStepSeesWhatItWroteItself() {
        var number = way.accepted().number();
        inTransaction(() -> {
            var steps = files.steps(number).size();
            writesStep(number, "承办");
            assertThat(files.steps(number)).hasSize(steps + 1);

            assertThat(files.require(number).state()).isEqualTo(CaseState.HANDLING);
            acceptance.withdraw(number, "zhangmin");
            assertThat(files.require(number).state()).isEqualTo(CaseState.WITHDRAWN);
            assertThat(custody.held(number)).as("they went back").isEmpty();
        });
    }

    @Test
    void aCountOfTheMaterialsSeesWhatItWrote() {
        var permit = way.received();
        var number = permit.number();
        inTransaction(() -> {
            assertThat(files.materials(number)).noneMatch(CaseMaterial::isComplete);
            assertThat(custody.of(number)).isEmpty();
            acceptance.check(number, complete(permit), "zhangmin");
            assertThat(files.materials(number)).allMatch(CaseMaterial::isComplete);
            assertThat(custody.of(number)).isNotEmpty().allMatch(at(Whereabouts.WINDOW));
            custody.receive(number, "zhaogang");
            assertThat(custody.of(number)).allMatch(at(Whereabouts.DEPARTMENT));
        });
        assertThat(files.materials(number))
                .as("as the database has them, in their order")
                .extracting(CaseMaterial::position)
                .isSorted();
    }

    private static List<CaseMaterial.Check> complete(ReceivedCase permit) {
        return permit.materials().stream()
                .map(m -> new CaseMaterial.Check(m.copies(), m.needsOriginalCheck(), true, Optional.empty()))
                .toList();
    }

    private static Predicate<Original> at(Whereabouts whereabouts) {
        return original -> original.whereabouts() == whereabouts;
    }

    @Test
    void thePapersOfACaseAreSeenAsTheyAreIssuedCorrectedAndRevoked() {
        var number = way.accepted().number();
        inTransaction(() -> {
            var before = documents.of(number).size();
            issue.issue(number, DocumentKind.ACCEPTANCE, "guowei");
            assertThat(documents.of(number)).hasSize(before + 1);
            var last = documents.of(number).get(before);
            issue.correct(last, "日期有误", "guowei");
            assertThat(documents.of(number)).hasSize(before + 2);
            documents.revoke(documents.of(number).get(before + 1).id(), "误发", "guowei");
            assertThat(documents.of(number).get(before + 1).revokedAt()).isPresent();
        });
    }

    @Test
    void aHandOverSeesWhatWasHandedOver() {
        var number = way.handedOver().number();
        inTransaction(() -> {
            assertThat(handover.papers(number))
                    .extracting(ResultHandover.Paper::state)
                    .containsOnly(ResultHandover.State.HANDED_OVER);
            handover.receive(
                    number,
                    "health-commission",
                    handover.papers(number).stream().map(paper -> false).toList(),
                    false,
                    "wangfang");
            assertThat(handover.papers(number))
                    .extracting(ResultHandover.Paper::state)
                    .containsOnly(ResultHandover.State.MISSING);
        });
    }

    @Test
    void aReversalIsReadAnew() {
        var number = way.accepted().number();
        inTransaction(() -> {
            var entries = ledger.book(number).entries();
            var last = entries.get(entries.size() - 1);
            ledger.reverse(number, last.id(), last.event(), "重新登记", "guowei");
            assertThat(ledger.book(number).entries()).hasSize(entries.size() + 1);
            assertThat(ledger.book(number).stands(last.id())).isFalse();
        });
    }
}
