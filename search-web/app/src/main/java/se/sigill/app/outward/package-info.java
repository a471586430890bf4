/**
 * What goes out: the public zone as a projection of the archive.
 *
 * <p>Read {@link se.sigill.app.outward.PublicFacts} (what anyone may see of one record),
 * {@link se.sigill.app.outward.Publishing} (a round: what has changed since the last bundle becomes the next one) and
 * {@link se.sigill.app.outward.Agenda} (what a round leaves to the next one) in this order; what comes into the public
 * log goes through {@link se.sigill.app.outward.Gathering} first, and then in at once.
 * {@link se.sigill.app.outward.Ledger} is how far it has come: what the zone has been told of each record, in
 * {@code outward/standing.json}. Bundles that wait for the zone lie beside it, and
 * {@link se.sigill.app.outward.Door} is how they get there. Both can be deleted: the next round begins anew with
 * everything.
 *
 * <p>The zone is never told much more than it has taken in ({@link se.sigill.app.outward.Publishing.Rest}): whoever
 * closes a record waits until it is unreachable, and so for all that was told before.
 *
 * <p>One thread works here at a time. What is not certain stays inside.
 */
@NullMarked
package se.sigill.app.outward;

import org.jspecify.annotations.NullMarked;
