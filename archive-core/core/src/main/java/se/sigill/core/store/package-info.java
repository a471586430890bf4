/**
 * The content store: sealed objects on a file system, written so that no power cut can lose what was acknowledged.
 *
 * <p>Read {@link Durable} first: it owns every fsync below the archive.
 *
 * <p>On disk: {@code archive/ocfl}, an OCFL 1.1 storage root with one object per record
 * ({@code docs/formats/package.md}), and {@code work/}, where a batch is staged and noted before it is moved into the
 * root. Everything goes through {@code java.nio.file}, so that a recording file system sees each step.
 *
 * <p>Sources: OCFL 1.1 and its storage layout extension 0004; POSIX {@code fsync}, {@code rename}.
 */
@NullMarked
package se.sigill.core.store;

import org.jspecify.annotations.NullMarked;
