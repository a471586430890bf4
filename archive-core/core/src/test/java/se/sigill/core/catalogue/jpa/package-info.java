/** Tests of {@code core.catalogue.jpa}. */
@NullMarked
package se.sigill.core.catalogue.jpa;

import org.jspecify.annotations.NullMarked;
