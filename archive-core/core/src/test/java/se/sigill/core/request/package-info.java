/** Tests of {@code core.request}: vectors from the almanac and from tariffs, and properties over random days. */
@NullMarked
package se.sigill.core.request;

import org.jspecify.annotations.NullMarked;
