/** Tests of {@code core.access}: tables of cases, and properties over random facts. */
@NullMarked
package se.sigill.core.access;

import org.jspecify.annotations.NullMarked;
