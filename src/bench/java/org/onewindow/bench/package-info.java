/**
 * The benchmark: whole cases of the platform beside the bare engine and its peer, in alternating rounds on one PostgreSQL.
 * {@code mvn -Pbench test} runs it; {@link org.onewindow.bench.Benchmark} says what it takes. {@link org.onewindow.bench.Million}
 * asks the same platform with a million cases and with hardly any.
 */
package org.onewindow.bench;
