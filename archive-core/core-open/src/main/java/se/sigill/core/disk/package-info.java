/**
 * What survives a power cut: {@link se.sigill.core.disk.Durable}, a file or directory at a time,
 * {@link se.sigill.core.disk.WholeDisk}, everything at once where the machine offers it, and
 * {@link se.sigill.core.disk.Changes}, which of the two is cheaper.
 * {@link se.sigill.core.disk.Trees} deletes. Knows nothing of archives.
 */
@NullMarked
package se.sigill.core.disk;

import org.jspecify.annotations.NullMarked;
