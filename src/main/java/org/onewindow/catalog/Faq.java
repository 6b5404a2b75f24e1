package org.onewindow.catalog;

/** A question often asked, and its answer (常见问题). */
public record Faq(String question, String answer) {}
