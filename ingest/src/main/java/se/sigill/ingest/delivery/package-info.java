/**
 * Reads a simple delivery (leverans): a folder or a zip with files and, if the clerk made one, a {@code leverans.csv}.
 *
 * <p>Read {@link DeliveryReader} first: it turns a path into a {@link DeliveryPlan}, which lists every
 * {@link DeliveryItem} with its description and says in one pass all that is wrong, with row, column and remedy. An
 * item with an error is kept apart for a person (quarantine); the rest goes through. Nothing is written here.
 *
 * <p>Names in a delivery are data, never paths on our disk: {@link DeliveryName} tells what a name is, and the spool
 * stores bytes under numbers. Zip files are read by {@link ZipDirectory}, some hundred lines with a limit on everything
 * (APPNOTE 6.3.10), because a delivery's bytes are hostile until proved otherwise. The table is read by fastcsv behind
 * {@link CsvTable}.
 *
 * <p>Threads: values are immutable; a reader may be used by many threads. On disk: nothing of ours. How a clerk makes a
 * delivery: {@code docs/reference/delivery.md}.
 */
@NullMarked
package se.sigill.ingest.delivery;

import org.jspecify.annotations.NullMarked;
