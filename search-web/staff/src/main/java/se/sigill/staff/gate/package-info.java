/**
 * Who comes in, and to what. {@link se.sigill.staff.gate.Doorkeeper} tells who somebody is, by the cookie of a
 * session or
 * by the token; {@link se.sigill.staff.gate.Gate} lets them to a resource if {@link se.sigill.staff.gate.Policy}
 * gives one
 * of their roles what its {@link se.sigill.staff.gate.Needs} asks for. What of a record they see then is another
 * question, and {@link se.sigill.app.wiring.Sight} answers it.
 */
@NullMarked
package se.sigill.staff.gate;

import org.jspecify.annotations.NullMarked;
