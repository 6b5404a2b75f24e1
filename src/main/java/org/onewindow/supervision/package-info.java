/** Supervision (效能监督): how the cases stand with their promises, and the warning cards that departments answer for. */
@org.springframework.modulith.ApplicationModule(displayName = "效能监督")
package org.onewindow.supervision;
