package org.onewindow.document;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.onewindow.casefile.CaseFile;
import org.onewindow.catalog.ItemFiles;
import org.onewindow.catalog.PublishedItems;
import org.springframework.core.io.ResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The papers' templates: HTML and CSS in {@code forms/documents}, without logic, so that an office can edit them and an
 * item can bring its own. Each that was ever used is kept by its hash: a paper can be made again as it was.
 */
@Component
class Templates {

    private static final String FOLDER = "classpath:forms/documents/";

    private final ResourceLoader resources;
    private final PublishedItems items;
    private final JdbcClient jdbc;
    private final Mustache.Compiler compiler =
            Mustache.compiler().strictSections(true).emptyStringIsFalse(true);
    private final Map<String, Sheet> common = new ConcurrentHashMap<>();
    private final Map<Long, Optional<Sheet>> ofItems = new ConcurrentHashMap<>();
    private final Map<String, Template> compiled = new ConcurrentHashMap<>();
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    Templates(ResourceLoader resources, PublishedItems items, JdbcClient jdbc) {
        this.resources = resources;
        this.items = items;
        this.jdbc = jdbc;
    }

    /** A whole template: frame, style and body in one text. */
    record Sheet(String hash, String text) {}

    Sheet sheet(DocumentKind kind, CaseFile file) {
        return kind == DocumentKind.RESULT
                ? ofItems.computeIfAbsent(file.publication(), this::ofItem).orElseGet(() -> sheet(kind))
                : sheet(kind);
    }

    Sheet sheet(DocumentKind kind) {
        return common.computeIfAbsent(kind.code(), code -> assemble(read(code + ".html")));
    }

    private Optional<Sheet> ofItem(long publication) {
        return items.document(publication, ItemFiles.RESULT)
                .map(content -> assemble(new String(content, StandardCharsets.UTF_8)));
    }

    /** A whole template of a body that nobody has used yet. */
    Sheet assemble(String body) {
        var text =
                read("frame.html").replace("<!-- style -->", read("style.css")).replace("<!-- body -->", body);
        return new Sheet(DigestUtils.sha256Hex(text), text);
    }

    /** Keeps a template for as long as there are papers; once is enough, if the transaction that did it was committed. */
    void keep(Sheet sheet) {
        if (kept.contains(sheet.hash())) {
            return;
        }
        jdbc.sql("insert into document_template values (?, ?) on conflict do nothing")
                .params(sheet.hash(), sheet.text())
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                kept.add(sheet.hash());
            }
        });
    }

    /**
     * Fills a template in.
     *
     * @throws IncompleteDocument if it asks for something that the facts do not have
     */
    String fill(String hash, Map<String, Object> facts) {
        return fill(compiled.computeIfAbsent(hash, this::stored), facts);
    }

    String fill(Sheet sheet, Map<String, Object> facts) {
        return fill(compiled.computeIfAbsent(sheet.hash(), hash -> compiler.compile(sheet.text())), facts);
    }

    private static String fill(Template template, Map<String, Object> facts) {
        try {
            var values = new HashMap<>(facts);
            values.computeIfPresent(Answers.NAME, (name, given) -> new Answers((Map<?, ?>) given));
            return template.execute(values);
        } catch (MustacheException missing) {
            throw new IncompleteDocument(missing.getMessage(), missing);
        }
    }

    private Template stored(String hash) {
        return compiler.compile(jdbc.sql("select body from document_template where hash = ?")
                .param(hash)
                .query(String.class)
                .single());
    }

    private String read(String name) {
        try {
            return resources.getResource(FOLDER + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("forms/documents/" + name + " is missing", e);
        }
    }
}
