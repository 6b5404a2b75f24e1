package org.onewindow.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.storage.FileStore;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The PDFs: made after the step, made again alike, sealed. */
@HallTest
class FilesOfPapersTest {

    @Autowired
    private Hall hall;

    @Autowired
    private Documents documents;

    @Autowired
    private DocumentMaker maker;

    @Autowired
    private FileStore store;

    @Autowired
    private JdbcClient jdbc;

    @Value("${onewindow.files.folder}")
    private Path folder;

    private Hall.ReceivedCase permit;

    @BeforeEach
    void acceptAPermit() {
        hall.openOn(Hall.MONDAY);
        permit = new PermitWay(hall).accepted();
    }

    @Test
    void theStepDoesNotWaitForThePdf() {
        assertThat(documents.of(permit.number())).hasSize(2).allSatisfy(paper -> assertThat(paper.fileHash())
                .isEmpty());
        assertThat(maker.makeAll()).isGreaterThanOrEqualTo(2);
        assertThat(documents.of(permit.number())).allSatisfy(paper -> assertThat(paper.fileHash())
                .hasValueSatisfying(hash -> assertThat(store.contains(hash)).isTrue()));
    }

    @Test
    void thePdfIsMadeAgainByteByByte() {
        var paper = acceptance();
        var first = maker.file(paper);
        assertThat(acceptance().fileHash()).contains(DigestUtils.sha256Hex(first));
        assertThat(maker.again(paper.id())).isEqualTo(first);
        assertThat(maker.file(acceptance())).as("from the file store").isEqualTo(first);
    }

    @Test
    void aPdfThatTheStoreHasLostIsMadeAgain() {
        var first = maker.file(acceptance());
        store.delete(acceptance().fileHash().orElseThrow());
        assertThat(maker.file(acceptance())).isEqualTo(first);
    }

    @Test
    void whatANodeClaimedAndDidNotMakeIsMadeLater() {
        maker.makeAll();
        var another = new PermitWay(hall).accepted();
        // As a node leaves it that dies while it makes them.
        jdbc.sql("update document set make_after = now() + interval '1 minute', tries = 1 where case_number = ?")
                .param(another.number().value())
                .update();
        assertThat(maker.makeAll()).isZero();
        jdbc.sql("update document set make_after = now() where case_number = ?")
                .param(another.number().value())
                .update();
        assertThat(maker.makeAll()).isEqualTo(2);
    }

    @Test
    void aStoreThatTakesNothingIsAskedOnceAndNotForEveryPaper() throws IOException {
        maker.makeAll();
        var way = new PermitWay(hall);
        Stream.generate(way::accepted).limit(11).forEach(accepted -> {}); // 22 papers, more than are claimed at once
        var incoming = folder.resolve("incoming");
        var aside = Files.move(incoming, folder.resolve("aside"));
        Files.createFile(incoming);
        try {
            assertThat(maker.makeAll()).isZero();
        } finally {
            Files.delete(incoming);
            Files.move(aside, incoming);
        }
        assertThat(waiting("problem like '%文件没有保存%'")).isEqualTo(20);
        assertThat(waiting("tries = 0")).isEqualTo(2);
        jdbc.sql("update document set make_after = now() where file_hash is null")
                .update();
        assertThat(maker.makeAll()).isEqualTo(22);
        assertThat(waiting("true")).isZero();
    }

    private int waiting(String condition) {
        return jdbc.sql("select count(*) from document where file_hash is null and " + condition)
                .query(Integer.class)
                .single();
    }

    @Test
    void theSealBreaksWithAnyByte() {
        var content = maker.file(acceptance());
        assertThat(new Pdf(content).sealedBy()).isEqualTo("昆都仑区卫生健康委员会");
        for (int at : new int[] {100, content.length / 2, content.length - 10}) {
            var changed = content.clone();
            changed[at] ^= 1;
            assertThat(new SealOf(changed).holds()).as("byte %d", at).isFalse();
        }
    }

    /** A changed file may not even open. */
    private record SealOf(byte[] content) {
        boolean holds() {
            try {
                return !new Pdf(content).sealedBy().isEmpty();
            } catch (RuntimeException | AssertionError broken) {
                return false;
            }
        }
    }

    private IssuedDocument acceptance() {
        return documents.current(permit.number(), DocumentKind.ACCEPTANCE).orElseThrow();
    }
}
