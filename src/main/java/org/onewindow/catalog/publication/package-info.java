/** Publishes items (事项发布): at start those that come with the installation, later what an administrator hands in. */
@org.springframework.modulith.NamedInterface("publication")
package org.onewindow.catalog.publication;
