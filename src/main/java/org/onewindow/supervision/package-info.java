/** Supervision (效能监督): how the cases stand with their promises. It reads only. */
@org.springframework.modulith.ApplicationModule(displayName = "效能监督")
package org.onewindow.supervision;
