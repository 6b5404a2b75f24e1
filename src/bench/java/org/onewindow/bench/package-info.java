/**
 * The benchmark: whole cases of the platform beside the bare engine and its peer, in alternating rounds on one PostgreSQL.
 * {@code mvn -Pbench test} runs it; {@link org.onewindow.bench.Benchmark} says what it takes.
 */
package org.onewindow.bench;
