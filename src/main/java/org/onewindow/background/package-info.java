/** What the application does beside the hall's work (后台作业): when a thread runs; what it does, the other modules know. */
@org.springframework.modulith.ApplicationModule(
        displayName = "后台作业",
        allowedDependencies = {})
package org.onewindow.background;
