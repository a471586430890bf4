/** Tests of {@code core.disposal}. */
@NullMarked
package se.sigill.core.disposal;

import org.jspecify.annotations.NullMarked;
