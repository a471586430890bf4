/** Tests of {@code core.project}. */
@NullMarked
package se.sigill.core.project;

import org.jspecify.annotations.NullMarked;
