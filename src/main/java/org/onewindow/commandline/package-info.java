/**
 * The command line (命令行): answers through the same code as the running application, without a server; only a rehearsal
 * starts an application, with a temporary database. One {@code Command} a class; {@link org.onewindow.commandline.CommandLine} lists them.
 */
@org.springframework.modulith.ApplicationModule(displayName = "命令行")
package org.onewindow.commandline;
