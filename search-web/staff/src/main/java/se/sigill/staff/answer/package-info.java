/**
 * What can be asked of the staff server: one class a resource, and what stands before and behind all of them.
 *
 * <p>{@link se.sigill.staff.answer.TokenFilter} lets nobody by without the token of this start, whatever the path;
 * {@link se.sigill.staff.answer.SafeHeaders} is put on every answer. What goes wrong is told as a problem (RFC 9457).
 * An answer has the members that the command of the same name prints with {@code --json}.
 *
 * <p>The server makes these objects (Jakarta REST, CDI); none keeps anything of a request.
 */
@NullMarked
package se.sigill.staff.answer;

import org.jspecify.annotations.NullMarked;
