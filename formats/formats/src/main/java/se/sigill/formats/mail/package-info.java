/**
 * What both sides of a worker must read alike in a mail: the words of its header. The bounded readers of the taking in
 * and the engines show one and the same title and sender.
 *
 * <p>{@link EncodedWords} is all there is. It knows no files, keeps nothing, and may be used by any thread. Sources:
 * RFC 2047; RFC 6532 for letters beyond ASCII.
 */
@NullMarked
package se.sigill.formats.mail;

import org.jspecify.annotations.NullMarked;
