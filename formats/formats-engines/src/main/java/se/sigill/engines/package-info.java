/**
 * The engines behind the ports of {@code se.sigill.formats}, and the main class of the process they run in.
 *
 * <p>Read {@link se.sigill.engines.Worker} (the loop) and {@link se.sigill.engines.Engines} (which job goes where).
 * Each library has its own package: {@code droid}, {@code tika}, {@code mail} (mime4j), {@code pdf} (openhtmltopdf),
 * {@code vera} (veraPDF), {@code office} (LibreOffice).
 *
 * <p>Everything here works on hostile bytes. A worker has little memory, no network (no name is looked up, no URL is
 * opened), a temporary folder that its parent clears, and dies with its parent. One thread works, one reads jobs.
 * Nothing is on disk but temporary files and the renditions that an order asks for.
 */
@NullMarked
package se.sigill.engines;

import org.jspecify.annotations.NullMarked;
