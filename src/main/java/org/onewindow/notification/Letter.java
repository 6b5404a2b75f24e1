package org.onewindow.notification;

import java.util.List;

/**
 * What a message says. Nothing that a person typed belongs here, and of an applicant nothing at all: it leaves the house.
 *
 * @param subject one line
 * @param paragraphs before the facts
 * @param page the page of ours that it is about, as a path, e.g. {@code /supervision/warnings}
 */
public record Letter(String subject, List<String> paragraphs, List<Fact> facts, List<Table> tables, String page) {

    /** A name and its value, e.g. 办件编号. */
    public record Fact(String name, String value) {}

    /** @param head the names of the columns */
    public record Table(String title, List<String> head, List<List<String>> rows) {

        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    public Letter {
        paragraphs = List.copyOf(paragraphs);
        facts = List.copyOf(facts);
        tables = List.copyOf(tables);
    }

    /** One without tables. */
    public Letter(String subject, List<String> paragraphs, List<Fact> facts, String page) {
        this(subject, paragraphs, facts, List.of(), page);
    }
}
