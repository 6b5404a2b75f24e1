package org.onewindow.catalog;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The versions of items that were published (事项版本). Rows are added only; a higher number is a later version. */
@Repository
public class PublishedItems {

    private final JdbcClient jdbc;

    PublishedItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param id the version's number, unique among all items */
    record Version(long id, String folder, String page, String by, Instant at) {}

    /** Until the transaction ends nobody else publishes, so numbers become visible in their order. */
    public void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('published_item'))")
                .query((row, n) -> true)
                .list();
    }

    /** The number of the latest version of any item; 0 before the first. */
    long latest() {
        return jdbc.sql("select coalesce(max(id), 0) from published_item")
                .query(Long.class)
                .single();
    }

    /** The latest version of each item of which one was published after a number. */
    List<Version> since(long number) {
        return jdbc.sql("""
                        select distinct on (code) id, folder, page, published_by, published_at from published_item
                        where id > ? order by code, id desc""")
                .param(number)
                .query((row, n) -> new Version(
                        row.getLong("id"),
                        row.getString("folder"),
                        row.getString("page"),
                        row.getString("published_by"),
                        row.getTimestamp("published_at").toInstant()))
                .list();
    }

    Optional<String> page(long publication) {
        return jdbc.sql("select page from published_item where id = ?")
                .param(publication)
                .query(String.class)
                .optional();
    }

    /** The files of a version. */
    public ItemFiles files(long publication) {
        return jdbc.sql("select folder, page, situation, materials, process from published_item where id = ?")
                .param(publication)
                .query((row, n) -> new ItemFiles(
                        row.getString("folder"),
                        Map.of(
                                ItemFiles.PAGE, row.getString("page"),
                                ItemFiles.SITUATION, row.getString("situation"),
                                ItemFiles.MATERIALS, row.getString("materials"),
                                ItemFiles.PROCESS, row.getString("process")),
                        documents(publication)))
                .single();
    }

    private Map<String, byte[]> documents(long publication) {
        var documents = new TreeMap<String, byte[]>();
        jdbc.sql("select name, content from published_item_document where publication = ?")
                .param(publication)
                .query(row -> {
                    documents.put(row.getString("name"), row.getBytes("content"));
                });
        return documents;
    }

    /** A blank form or a sample of a version. */
    public Optional<byte[]> document(long publication, String name) {
        return jdbc.sql("select content from published_item_document where publication = ? and name = ?")
                .params(publication, name)
                .query((row, n) -> row.getBytes("content"))
                .optional();
    }

    /** The digests of all versions that there ever were. */
    public Set<String> everPublished() {
        return jdbc.sql("select digest from published_item").query(String.class).set();
    }

    /** The digests of the versions in force. */
    public Set<String> inForce() {
        return jdbc.sql("select distinct on (code) digest from published_item order by code, id desc")
                .query(String.class)
                .set();
    }

    /** The new version's number. */
    public long add(String code, ItemFiles files, String by, Instant at) {
        long number = jdbc.sql("""
                        insert into published_item (code, folder, digest, page, situation, materials, process,
                            published_by, published_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        code,
                        files.folder(),
                        files.digest(),
                        files.texts().get(ItemFiles.PAGE),
                        files.texts().get(ItemFiles.SITUATION),
                        files.texts().get(ItemFiles.MATERIALS),
                        files.texts().get(ItemFiles.PROCESS),
                        by,
                        Timestamp.from(at))
                .query(Long.class)
                .single();
        files.documents().forEach((name, content) -> jdbc.sql("insert into published_item_document values (?, ?, ?)")
                .params(number, name, content)
                .update());
        return number;
    }
}
