/**
 * The keys of the archive: made, kept, shown, replaced.
 *
 * <p>Read {@link Identity} and {@link se.sigill.core.keys.KeyRing} first. Private keys lie in {@code keys/}, one file a
 * key, readable by the owner alone; a file that others may read is refused. What is replaced stays as a public key or
 * certificate in {@code keys/old/}, so that the past can be checked.
 *
 * <p>Files: {@code docs/reference/keys.md}. Sources: PKCS#8 (RFC 5958), PKCS#12 (RFC 7292), C2SP signed-note.
 */
@NullMarked
package se.sigill.core.keys;

import org.jspecify.annotations.NullMarked;
