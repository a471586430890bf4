/**
 * The door of the staff site: what is uploaded is received, taken in, sealed and made to last, one delivery after the
 * other. Begin with {@link se.sigill.staff.intake.Intake}.
 */
@NullMarked
package se.sigill.staff.intake;

import org.jspecify.annotations.NullMarked;
