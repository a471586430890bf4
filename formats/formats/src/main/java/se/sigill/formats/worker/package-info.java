/**
 * The client of the worker processes that run the engines.
 *
 * <p>Read {@link se.sigill.formats.worker.WorkerFormats} (the ports), {@code WorkerPool} (who gets which job),
 * {@code WorkerProcess} (one process). A worker is a JVM on the engines' own class path with little memory. It is
 * killed when a job takes longer than its limit or answers more than its limit, and it is replaced after a number of
 * jobs. Only the job it was at when it ended is blamed, and one that killed a worker with a history is tried again in
 * a fresh one before it is; jobs that waited behind it are sent again.
 *
 * <p>Wire: frames over the worker's standard input and output, each a length (four bytes, big-endian) and that many
 * bytes of JSON. The worker's first frame is {@code {"ready":true}}; then it answers each job with one frame, in
 * order. Several small jobs are under way in one worker, so that neither side waits for the other. A worker ends when
 * its standard input ends.
 *
 * <p>A pool that is closed may leave its workers to the next one of the process ({@code SpareWorkers}).
 *
 * <p>On disk: one temporary folder for each worker, cleared when it ends. Those that a killed process left are removed
 * when the next one starts ({@code WorkerFolders}).
 *
 * <p>Threads: one thread for each worker and one that reads its frames; the ports are safe for many threads.
 */
@NullMarked
package se.sigill.formats.worker;

import org.jspecify.annotations.NullMarked;
