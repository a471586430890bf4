/**
 * Shows that a protocol of writes survives a power cut: a file system that records, and a model that builds what a cut may
 * leave.
 *
 * <p>{@link RecordingProvider} records every create, write, truncate, rename, link, delete, mkdir and fsync below one
 * directory; it is made the JVM's default, or its {@link RecordingProvider#wrap} gives a path to start from.
 * {@link CrashStates} builds, for every prefix of a recording, the worst trees: what was not forced is lost, half lost, zeros
 * or kept, apart for bytes and for names; each is given to a checker that opens it as a real start would.
 * {@link Exploration} does that for a {@link Protocol}, whole and with one call site of fsync left out at a time: each must be
 * noticed.
 *
 * <p>The model is harsher than ext4: a forced file whose directory was not forced may lose its name, and a rename may leave
 * both names until both directories were forced. A rename is atomic, as POSIX promises: never neither name.
 */
@NullMarked
package se.sigill.core.durability;

import org.jspecify.annotations.NullMarked;
