/** Finds items (事项查询) by what a citizen knows of them: a piece of the name, its first letters, the organ. */
@org.springframework.modulith.NamedInterface("search")
package org.onewindow.catalog.search;
