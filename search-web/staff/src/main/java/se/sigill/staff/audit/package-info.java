/** Rounds of checking that somebody begins from a page. */
@NullMarked
package se.sigill.staff.audit;

import org.jspecify.annotations.NullMarked;
