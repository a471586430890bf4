/** Tests of identification. */
@NullMarked
package se.sigill.engines.droid;

import org.jspecify.annotations.NullMarked;
