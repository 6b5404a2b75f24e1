/**
 * Nodes and faults: the packaged jar as several processes on one PostgreSQL, clients who work through Tasklist's interface,
 * and what goes wrong meanwhile. {@code mvn package -DskipTests && mvn -Pbench test -Dbench.what=faults} runs it; {@link
 * org.onewindow.bench.faults.Faults} says what it takes.
 */
package org.onewindow.bench.faults;
