/**
 * The two servers as they are built: what is in their web archives, and that they start, answer and stop. Works with the
 * packaged files, so it runs when everything else is built.
 */
@NullMarked
package se.sigill.servers;

import org.jspecify.annotations.NullMarked;
