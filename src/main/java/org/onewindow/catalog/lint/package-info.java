/**
 * Checks items (事项检查) without server or engine: the page, the models and the form of an item, and whether they agree.
 * One {@code Check} a group of rules; {@link org.onewindow.catalog.lint.ItemLint} lists them.
 */
@org.springframework.modulith.NamedInterface("lint")
package org.onewindow.catalog.lint;
