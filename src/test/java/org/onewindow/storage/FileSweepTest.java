package org.onewindow.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Whenever a server stops: no row without its file, and no file for ever without a row. With rows of attachments. */
@HallTest
class FileSweepTest {

    private static final Instant NOW = Instant.parse("2026-03-20T00:00:00Z");
    private static final FileTime OLD = FileTime.from(Instant.parse("2026-03-12T00:00:00Z"));
    private static final FileTime RECENT = FileTime.from(Instant.parse("2026-03-14T00:00:00Z"));

    @TempDir
    private Path folder;

    @Autowired
    private Hall hall;

    @Autowired
    private JdbcTemplate jdbcTemplate;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ObjectProvider<FileReferences> owners;

    private FolderStore store;
    private Filing filing;
    private FileSweep sweep;
    private CaseNumber caseNumber;

    @BeforeEach
    void openAStore() {
        hall.openOn(Hall.MONDAY);
        caseNumber = new PermitWay(hall).received().number();
        store = new FolderStore(folder, 0);
        filing = new Filing(store, jdbc, transaction);
        sweep = sweep(store, owners);
    }

    @Test
    void aFileWithARowStays() {
        var hash = filing.file(content("with a row"), this::row);
        age(hash, OLD);
        assertThat(sweep.sweep()).isZero();
        assertThat(store.contains(hash)).isTrue();
    }

    @Test
    void aFileWithoutARowGoesOnceTheGracePeriodIsOver() {
        var old = store.put(stream("old"));
        age(old, OLD);
        var recent = store.put(stream("recent"));
        age(recent, RECENT);
        assertThat(sweep.sweep()).isEqualTo(1);
        assertThat(store.contains(old)).isFalse();
        assertThat(store.contains(recent)).isTrue();
    }

    @Test
    void aServerThatStopsBetweenFileAndRowLeavesAFileThatIsSweptOutAndMayComeAgain() {
        assertThatThrownBy(() -> filing.file(content("stopped"), hash -> {
                    row(hash);
                    throw new IllegalStateException("the server stops here");
                }))
                .isInstanceOf(IllegalStateException.class);
        var hash = store.put(stream("stopped"));
        assertThat(rows(hash)).isZero();
        age(hash, OLD);
        assertThat(sweep.sweep()).isEqualTo(1);
        assertThat(store.contains(hash)).isFalse();
        filing.file(content("stopped"), this::row);
        assertThat(store.contains(hash)).isTrue();
    }

    @Test
    void anUploadThatBreaksOffLeavesNeitherFileNorRow() {
        var broken = new ByteArrayResource(new byte[0]) {
            @Override
            public InputStream getInputStream() {
                return new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the line is dead");
                    }
                };
            }
        };
        int before = allRows();
        assertThatThrownBy(() -> filing.file(broken, this::row)).isInstanceOf(UncheckedIOException.class);
        assertThat(allRows()).isEqualTo(before);
        assertThat(filesUnder(folder)).isZero();
    }

    @Test
    void aServerThatStopsWhileItWritesLeavesHalfAFileThatIsSweptOut() throws IOException {
        var half = Files.writeString(
                Files.createDirectories(folder.resolve("incoming")).resolve("1.part"), "half");
        Files.setLastModifiedTime(half, OLD);
        sweep.sweep();
        assertThat(half).doesNotExist();
    }

    /** The file was there without a row for long; the sweep takes it just after it was put a second time. */
    @Test
    void aFileThatIsSweptOutBeforeItsRowIsPutAgain() {
        var hurried = new FolderStore(folder, 0) {
            private boolean isSwept;

            @Override
            public String put(InputStream content) {
                var hash = super.put(content);
                if (!isSwept) {
                    isSwept = true;
                    age(hash, OLD);
                    assertThat(sweep.sweep()).isEqualTo(1);
                }
                return hash;
            }
        };
        var hash = new Filing(hurried, jdbc, transaction).file(content("in a hurry"), this::row);
        assertThat(store.contains(hash)).isTrue();
        assertThat(rows(hash)).isEqualTo(1);
    }

    @Test
    void theSweepWaitsForARowThatIsJustBeingWritten() throws Exception {
        var isWritten = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var filed = CompletableFuture.supplyAsync(() -> filing.file(content("being written"), hash -> {
            row(hash);
            age(hash, OLD);
            isWritten.countDown();
            waitFor(mayEnd);
            return hash;
        }));
        isWritten.await();
        var swept = CompletableFuture.supplyAsync(sweep::sweep);
        await().until(() -> jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                        .query(Integer.class)
                        .single()
                == 1);
        mayEnd.countDown();
        assertThat(swept.get()).isZero();
        assertThat(store.contains(filed.get())).isTrue();
    }

    @Test
    void oneNodeSweepsAtATime() {
        var old = store.put(stream("one node"));
        age(old, OLD);
        var other = sweep(new FolderStore(folder, 0), owners);
        var meanwhile = new FolderStore(folder, 0) {
            @Override
            public void discardUnfinished(Instant before) {
                assertThat(other.sweep()).isZero();
                assertThat(contains(old)).isTrue();
            }
        };
        assertThat(sweep(meanwhile, owners).sweep()).isEqualTo(1);
    }

    private FileSweep sweep(FileStore files, ObjectProvider<FileReferences> whoRefers) {
        var settings = new FileSettings(
                folder, DataSize.ofBytes(0), Duration.ofDays(7), new FileSettings.S3("", "", "", "", ""));
        return new FileSweep(files, filing, whoRefers, jdbcTemplate, Clock.fixed(NOW, ZoneOffset.UTC), settings);
    }

    private String row(String hash) {
        jdbc.sql("""
                        insert into attachment (case_number, name, type, size, sha256, added_at)
                        values (?, 'a.pdf', 'PDF', 1, ?, now())""").params(caseNumber.value(), hash).update();
        return hash;
    }

    private int rows(String hash) {
        return jdbc.sql("select count(*) from attachment where sha256 = ?")
                .param(hash)
                .query(Integer.class)
                .single();
    }

    private int allRows() {
        return jdbc.sql("select count(*) from attachment").query(Integer.class).single();
    }

    private void age(String hash, FileTime time) {
        try {
            Files.setLastModifiedTime(
                    folder.resolve(hash.substring(0, 2))
                            .resolve(hash.substring(2, 4))
                            .resolve(hash),
                    time);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long filesUnder(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ByteArrayResource content(String text) {
        return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream stream(String text) {
        return FileStoreContract.stream(text);
    }
}
