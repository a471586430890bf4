/**
 * Worlds that differ only in what nobody outside may know: whatever anyone can ask of their open sites, the answers are
 * the same.
 */
@NullMarked
package se.sigill.app.worlds;

import org.jspecify.annotations.NullMarked;
