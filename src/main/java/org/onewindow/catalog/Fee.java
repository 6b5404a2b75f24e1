package org.onewindow.catalog;

/**
 * A fee (收费项目).
 *
 * @param standard how much, e.g. 每证10元
 * @param basis what allows it
 */
public record Fee(String name, String standard, Basis basis) {}
