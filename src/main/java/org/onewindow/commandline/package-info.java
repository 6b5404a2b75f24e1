/**
 * The command line (命令行): answers at once, without application context or database, through the same code as the
 * running application. One {@code Command} a class; {@link org.onewindow.commandline.CommandLine} lists them.
 */
@org.springframework.modulith.ApplicationModule(displayName = "命令行")
package org.onewindow.commandline;
