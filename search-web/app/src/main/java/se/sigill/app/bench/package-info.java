/**
 * Measures the product as it is configured: how fast, with how much memory, and how that compares with plain tools.
 *
 * <p>Read {@link se.sigill.app.bench.Bench} first (the stages in their order), then
 * {@link se.sigill.app.bench.Product} (what of the archive is driven) and {@link se.sigill.app.bench.BenchReport} (what
 * comes out, as text and JSON).
 *
 * <p>A figure alone says little: machines differ and the same machine differs by a third from hour to hour. So each
 * goal is stated beside a baseline of the same run: a loop of fsyncs, {@code openssl dgst} in two processes,
 * {@code borg} and {@code recollindex} where they are installed. What could not be measured is named as skipped, with
 * the reason. Nothing is switched off for the bench: every acknowledgement waits for fsync.
 *
 * <p>Processor time, memory and bytes written are read from {@code /proc} (proc(5)); elsewhere they are skipped.
 */
@NullMarked
package se.sigill.app.bench;

import org.jspecify.annotations.NullMarked;
