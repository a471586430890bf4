/** Tests of identification. */
@NullMarked
package se.sigill.engines.tika;

import org.jspecify.annotations.NullMarked;
