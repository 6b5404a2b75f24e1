package org.onewindow.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.onewindow.background.Worker;
import org.onewindow.storage.FileStore;
import org.onewindow.storage.FileStoreFailure;
import org.onewindow.storage.Filing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Makes the PDFs of the papers that were issued, right after their step. A node that dies loses none: each paper without a PDF
 * is taken up again, by any node.
 */
@Service
public class DocumentMaker extends Worker {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentMaker.class);
    private static final int BATCH = 20;
    /** After that another node may take up what this one has claimed. */
    private static final Duration CLAIM = Duration.ofMinutes(2);

    private static final Duration LOOK = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Print print;
    private final Filing filing;
    private final FileStore store;

    DocumentMaker(JdbcClient jdbc, Print print, Filing filing, FileStore store, DocumentSettings settings) {
        super("documents", LOOK, settings.makes());
        this.jdbc = jdbc;
        this.print = print;
        this.filing = filing;
        this.store = store;
    }

    private record Order(long id, String template, String facts, Instant issuedAt) {}

    /**
     * The PDF of a paper; made at once if it is not there yet.
     *
     * @throws CannotBeMade if it cannot be made now; the message says in Chinese what to do
     */
    public byte[] file(IssuedDocument document) {
        return document.fileHash()
                .flatMap(store::open)
                .map(DocumentMaker::read)
                .orElseGet(() -> make(order(document.id())));
    }

    /**
     * Whether a file is the PDF of a paper, byte by byte.
     *
     * @throws CannotBeMade if there is no PDF yet, and none can be made now
     */
    public boolean isFileOf(IssuedDocument document, InputStream file) throws IOException {
        var issued = document.fileHash().orElseGet(() -> DigestUtils.sha256Hex(file(document)));
        return DigestUtils.sha256Hex(file).equals(issued);
    }

    /** Makes the PDF anew from the register, whether or not it is in the file store; the same bytes each time. */
    byte[] again(long id) {
        var order = order(id);
        return print.pdf(order.id(), order.template(), order.facts(), order.issuedAt());
    }

    private Order order(long id) {
        return jdbc.sql("select id, template_hash as template, facts, issued_at from document where id = ?")
                .param(id)
                .query(Order.class)
                .single();
    }

    /** Makes all that is due; what the file store does not take waits for a later look. @return how many were made */
    public int makeAll() {
        int made = 0;
        for (var orders = claim(); !orders.isEmpty(); orders = claim()) {
            for (var order : orders) {
                try {
                    made += makeOrNote(order) ? 1 : 0;
                } catch (FileStoreFailure failure) {
                    // The others would fare no better, and each is drawn before it is put away.
                    LOG.warn("文书暂不能生成：{}", failure.getMessage());
                    orders.forEach(waiting -> note(waiting, failure.getMessage()));
                    return made;
                }
            }
        }
        return made;
    }

    private List<Order> claim() {
        return jdbc.sql("""
                        update document set make_after = now() + make_interval(secs => ?), tries = tries + 1
                        where id in (select id from document where file_hash is null and make_after <= now()
                            order by make_after limit ? for update skip locked)
                        returning id, template_hash as template, facts, issued_at""").params(CLAIM.toSeconds(), BATCH).query(Order.class).list();
    }

    private boolean makeOrNote(Order order) {
        try {
            make(order);
            return true;
        } catch (FileStoreFailure failure) {
            throw failure;
        } catch (CannotBeMade problem) {
            LOG.warn("文书 {} 暂不能生成：{}", order.id(), problem.getMessage());
            note(order, problem.getMessage());
        } catch (RuntimeException fault) {
            LOG.error("文书 {} 生成失败，稍后重试", order.id(), fault);
            note(order, "生成失败，系统稍后自动重试；持续失败的，请联系系统管理员");
        }
        return false;
    }

    private void note(Order order, String problem) {
        jdbc.sql("update document set problem = ? where id = ? and file_hash is null")
                .params(problem, order.id())
                .update();
    }

    private byte[] make(Order order) {
        var pdf = print.pdf(order.id(), order.template(), order.facts(), order.issuedAt());
        filing.file(
                () -> new ByteArrayInputStream(pdf),
                hash -> jdbc.sql("""
                        update document set file_hash = ?, file_size = ?, problem = null
                        where id = ? and file_hash is null""").params(hash, pdf.length, order.id()).update());
        return pdf;
    }

    private static byte[] read(InputStream stream) {
        try (stream) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TransactionalEventListener
    void toBeMade(DocumentIssue.ToBeMade event) {
        ask();
    }

    @Override
    protected void work() {
        makeAll();
    }
}
