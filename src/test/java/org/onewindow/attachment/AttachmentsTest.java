package org.onewindow.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.storage.FileStore;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What may be added to a case, where and until when; and what becomes of it. */
@HallTest
class AttachmentsTest {

    private static final Optional<String> PLAN = Optional.of("floor-plan");
    private static final Optional<String> HANDLER = Optional.of("zhaogang");
    private static final Optional<String> APPLICANT = Optional.empty();

    @Autowired
    private Hall hall;

    @Autowired
    private Attachments attachments;

    @Autowired
    private AttachmentReading reading;

    @Autowired
    private AttachmentReferences references;

    @Autowired
    private FileStore store;

    @Autowired
    private JdbcClient jdbc;

    private PermitWay way;
    private ReceivedCase permit;

    @BeforeEach
    void receiveACase() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
        permit = way.received();
    }

    @Test
    void aFileBelongsToAMaterialOrToTheCase() {
        add(PLAN, APPLICANT, "平面图.pdf", Samples.pdf("plan"));
        add(Optional.empty(), HANDLER, "现场.jpg", Samples.picture("jpeg", 40, 30));
        assertThat(attachments.of(permit.number()))
                .satisfiesExactly(
                        plan -> {
                            assertThat(plan.material()).isEqualTo(PLAN);
                            assertThat(plan.addedBy()).isEmpty();
                            assertThat(plan.type()).isEqualTo(FileType.PDF);
                            assertThat(plan.size()).isEqualTo(Samples.pdf("plan").length);
                            assertThat(store.contains(plan.sha256())).isTrue();
                        },
                        photo -> {
                            assertThat(photo.material()).isEmpty();
                            assertThat(photo.addedBy()).isEqualTo(HANDLER);
                            assertThat(photo.name()).isEqualTo("现场.jpg");
                        });
    }

    @Test
    void aMaterialThatIsNotOnTheListIsRefused() {
        assertThatThrownBy(() -> add(Optional.of("no-such"), HANDLER, "a.pdf", Samples.pdf("a")))
                .isInstanceOf(RefusedInput.class)
                .hasMessageContaining("材料清单中没有这项材料");
    }

    @Test
    void whatIsSentAgainIsThereOnce() {
        var first = add(PLAN, APPLICANT, "平面图.pdf", Samples.pdf("again"));
        var second = add(PLAN, APPLICANT, "平面图（重发）.pdf", Samples.pdf("again"));
        assertThat(second).isEqualTo(first);
        assertThat(attachments.of(permit.number())).hasSize(1);
    }

    @Test
    void theSameFileInTwoPlacesIsStoredOnce() {
        var plan = add(PLAN, APPLICANT, "平面图.pdf", Samples.pdf("twice"));
        var whole = add(Optional.empty(), APPLICANT, "平面图.pdf", Samples.pdf("twice"));
        assertThat(whole.id()).isNotEqualTo(plan.id());
        assertThat(whole.sha256()).isEqualTo(plan.sha256());
    }

    @Test
    void everyFileAtFaultIsNamedAndNoneIsAdded() {
        var sent = List.of(
                Samples.upload("good.pdf", Samples.pdf("good")),
                Samples.upload("notes.txt", new byte[] {'n', 'o'}),
                Samples.upload("empty.pdf", new byte[0]),
                Samples.upload("large.pdf", new byte[20 * 1024 * 1024 + 1]));
        assertThatThrownBy(() -> attachments.add(permit.number(), Optional.empty(), sent, HANDLER))
                .isInstanceOfSatisfying(RefusedInput.class, refused -> assertThat(refused.violations())
                        .extracting(RefusedInput.Violation::message)
                        .satisfiesExactly(
                                text -> assertThat(text).startsWith("“notes.txt”不是 PDF"),
                                text -> assertThat(text).startsWith("“empty.pdf”是空文件"),
                                text -> assertThat(text).startsWith("“large.pdf”超过了20 MB")));
        assertThat(attachments.of(permit.number())).isEmpty();
    }

    @Test
    void aCaseHasOnlySoMany() throws Exception {
        IntStream.range(0, 98).forEach(n -> row("%064x".formatted(n)));
        var pool = Executors.newFixedThreadPool(4);
        try {
            var uploads = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(n -> () -> isAdded("one of many " + n))
                    .toList();
            int added = 0;
            for (var upload : pool.invokeAll(uploads)) {
                added += upload.get() ? 1 : 0;
            }
            assertThat(added).isEqualTo(2);
        } finally {
            pool.shutdown();
        }
        assertThat(attachments.of(permit.number())).hasSize(100);
    }

    @Test
    void aRemovedOneStaysOnRecordAndMayComeAgain() {
        var plan = add(PLAN, APPLICANT, "平面图.pdf", Samples.pdf("removed"));
        attachments.remove(permit.number(), plan.id(), "zhaogang");
        assertThat(attachments.find(permit.number(), plan.id()))
                .hasValueSatisfying(removed -> assertThat(removed.removal())
                        .hasValueSatisfying(removal -> assertThat(removal.by()).isEqualTo("zhaogang")));
        assertThatThrownBy(() -> attachments.remove(permit.number(), plan.id(), "zhaogang"))
                .isInstanceOf(RefusedInput.class)
                .hasMessageContaining("已经移除");
        assertThat(add(PLAN, APPLICANT, "平面图.pdf", Samples.pdf("removed")).id()).isNotEqualTo(plan.id());
    }

    @Test
    void nobodyRemovesWhatBelongsToAnotherCase() {
        var plan = add(PLAN, APPLICANT, "平面图.pdf", Samples.pdf("other"));
        var other = way.received();
        assertThat(attachments.find(other.number(), plan.id())).isEmpty();
        assertThatThrownBy(() -> attachments.remove(other.number(), plan.id(), "zhaogang"))
                .isInstanceOf(RefusedInput.class);
        assertThat(attachments.find(permit.number(), plan.id()))
                .hasValueSatisfying(kept -> assertThat(kept.removal()).isEmpty());
    }

    /** Six months, as logs are kept. */
    @Test
    void aRemovedFileIsKeptForHalfAYear() {
        var plan = add(PLAN, APPLICANT, "平面图.pdf", Samples.pdf("kept for half a year"));
        attachments.remove(permit.number(), plan.id(), "zhaogang");
        hall.at("2026-09-01T09:00");
        assertThat(references.referenced(List.of(plan.sha256()))).containsExactly(plan.sha256());
        hall.at("2026-09-03T09:00");
        assertThat(references.referenced(List.of(plan.sha256()))).isEmpty();
    }

    @Test
    void afterTheDecisionTheApplicantAddsNothingAndAfterTheCloseNobodyDoes() {
        var decided = way.readyForIssuance();
        assertThatThrownBy(() -> attachments.add(
                        decided.number(), PLAN, List.of(Samples.upload("a.pdf", Samples.pdf("a"))), APPLICANT))
                .isInstanceOf(RefusedInput.class)
                .hasMessageContaining("已经作出决定");
        var added = attachments
                .add(decided.number(), PLAN, List.of(Samples.upload("a.pdf", Samples.pdf("a"))), HANDLER)
                .get(0);
        way.issues(decided);
        assertThatThrownBy(() -> attachments.add(
                        decided.number(), PLAN, List.of(Samples.upload("b.pdf", Samples.pdf("b"))), HANDLER))
                .isInstanceOf(RefusedInput.class)
                .hasMessageContaining("已经办结");
        assertThatThrownBy(() -> attachments.remove(decided.number(), added.id(), "zhaogang"))
                .isInstanceOf(RefusedInput.class)
                .hasMessageContaining("已经办结");
    }

    @Test
    void everyLookIsOnRecordAndTheRecordStays() throws Exception {
        var plan = add(PLAN, APPLICANT, "平面图.pdf", Samples.pdf("looked at"));
        reading.view(permit.file(), plan, "zhaogang").stream().close();
        reading.download(plan, "sunjie").stream().close();
        assertThat(jdbc.sql("select account || ' ' || way from attachment_access where attachment = ? order by id")
                        .param(plan.id())
                        .query(String.class)
                        .list())
                .containsExactly("zhaogang view", "sunjie download");
        for (var forbidden : List.of(
                "update attachment_access set account = 'nobody'",
                "delete from attachment_access",
                "delete from attachment")) {
            assertThatThrownBy(() -> jdbc.sql(forbidden).update()).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void whatIsDownloadedIsWhatWasSent() throws Exception {
        var content = Samples.docx();
        var added = add(Optional.empty(), HANDLER, "申请表.docx", content);
        try (var stream = reading.download(added, "zhaogang").stream()) {
            assertThat(stream.readAllBytes()).isEqualTo(content);
        }
        assertThatThrownBy(() -> reading.view(permit.file(), added, "zhaogang"))
                .isInstanceOf(RefusedInput.class)
                .hasMessageContaining("请下载");
    }

    private Attachment add(Optional<String> material, Optional<String> by, String name, byte[] content) {
        return attachments
                .add(permit.number(), material, List.of(Samples.upload(name, content)), by)
                .get(0);
    }

    private boolean isAdded(String mark) {
        try {
            add(Optional.empty(), HANDLER, "a.pdf", Samples.pdf(mark));
            return true;
        } catch (RefusedInput refused) {
            assertThat(refused).hasMessageContaining("最多100个附件");
            return false;
        }
    }

    private void row(String hash) {
        jdbc.sql("""
                        insert into attachment (case_number, name, type, size, sha256, added_at)
                        values (?, 'a.pdf', 'PDF', 1, ?, now())""").params(permit.number().value(), hash).update();
    }
}
