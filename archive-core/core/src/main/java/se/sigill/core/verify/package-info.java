/**
 * The verifier: tells of an archive, an exported record or a proof bundle whether it hangs together and whose it is.
 *
 * <p>Read {@link Verifier} and {@link TrustReport}; {@link Verify} is its own {@code main}. It needs no database, no
 * server and no configuration, takes no lock and writes nothing. What it reads is hostile: whatever lies there is a
 * finding, never a failure.
 *
 * <p>{@link ArchiveVerifier} goes through the log, then the objects in two threads, then the periods. Memory does not
 * grow with the size of files; it grows by about 200 bytes a record.
 *
 * <p>It reads inventories by itself and not through {@code core.store}: who checks should not rely on who wrote. What
 * only an anchor can show stands in {@code docs/security.md}.
 */
@NullMarked
package se.sigill.core.verify;

import org.jspecify.annotations.NullMarked;
