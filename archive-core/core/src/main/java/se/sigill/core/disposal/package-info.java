/**
 * Disposal (gallring): the one way by which a record ever leaves the archive, and what forbids it.
 *
 * <p>Read {@link se.sigill.core.disposal.DisposalCheck} first: a pure answer whether a disposal may be carried out.
 * Then {@link se.sigill.core.disposal.Disposer}, which does it. It needs a disposal authority (gallringsbeslut), a
 * reason, a plan that says so and whose time has passed, no hold, and two different persons.
 *
 * <p>Order: the act {@code Disposed} is committed first; then the content is erased; then the texts of the acts about
 * the record, whose places in the log stay and still verify. If we stop after the commit, the next start carries on,
 * because the act says what has to be gone. Nothing else in Sigill erases.
 *
 * <p>Sources: tryckfrihetsförordningen 2 kap. 23 §; arkivlagen (1990:782) 10 §.
 */
@NullMarked
package se.sigill.core.disposal;

import org.jspecify.annotations.NullMarked;
