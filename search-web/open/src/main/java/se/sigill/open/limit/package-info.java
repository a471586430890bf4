/** How much one visitor may ask for, and all of them together. Keeps nothing that tells who it was. */
@NullMarked
package se.sigill.open.limit;

import org.jspecify.annotations.NullMarked;
