/**
 * The rehearsal of items (演练): the application itself, without its web, on a temporary database, with simulated people and a
 * simulated clock. Nothing of this package is a bean of the running application.
 */
@org.springframework.modulith.NamedInterface("rehearsal")
package org.onewindow.workflow.rehearsal;
