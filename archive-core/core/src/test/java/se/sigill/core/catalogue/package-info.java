/** Tests of {@code core.catalogue}. */
@NullMarked
package se.sigill.core.catalogue;

import org.jspecify.annotations.NullMarked;
