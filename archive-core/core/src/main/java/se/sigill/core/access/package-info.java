/**
 * Who may know of a record, see its register entry and read it: pure functions of recorded facts and a date.
 *
 * <p>Read {@link se.sigill.core.access.Access} first (the only place that answers), then
 * {@link se.sigill.core.access.Openness} (the three answers), {@link se.sigill.core.access.RecordFacts} (what an answer
 * is computed from) and {@link se.sigill.core.access.Restriction}.
 *
 * <p>Nothing here has a clock, a file, a database or a memory of its own: the same facts on the same date give the same
 * answer. Openness is a positive state: the class of the adopted information plan says so, or a person assessed the
 * record. The absence or the end of a restriction opens nothing. Adding a restriction never opens. A marking is a
 * warning and never answers a request: every request is assessed anew.
 *
 * <p>All types are immutable and safe for any thread. On disk there is nothing of this package but the two catalogues
 * {@code provisions.csv} and {@code plan.csv}, adopted by an act as data; the copies among the resources are samples.
 *
 * <p>Sources: tryckfrihetsförordningen 2 kap. 2, 20 §§; offentlighets- och sekretesslagen (OSL) 5 kap. 2, 5 §§, 7 kap.
 * 1, 3 §§, 8 kap. 1-2 §§, 10 and 12 kap., 11 kap. 6 §.
 */
@NullMarked
package se.sigill.core.access;

import org.jspecify.annotations.NullMarked;
