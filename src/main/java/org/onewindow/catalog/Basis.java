package org.onewindow.catalog;

/** Where a requirement comes from (设定依据). */
public record Basis(String document, String article) {}
