/**
 * The law of answering requests for official documents (begäran om allmän handling), as pure functions: time, fees, who
 * may decide, with whom, with what reasons, and when what is left of a request goes.
 *
 * <p>Read {@link se.sigill.core.request.WorkingTime} and {@link se.sigill.core.request.AppealTime} first (both stand on
 * {@link se.sigill.core.request.SwedishCalendar}), then {@link se.sigill.core.request.Tariff} with
 * {@link se.sigill.core.request.Fee}, {@link se.sigill.core.request.Delegations},
 * {@link se.sigill.core.request.FourEyes} and {@link se.sigill.core.request.Ground}.
 *
 * <p>Nothing here has a clock, a file, a catalogue or a memory of its own, and nothing knows who asks. Every answer
 * that a person sees explains itself in Swedish and English ({@link se.sigill.core.request.Wording}). What is
 * not allowed by an adopted table is not allowed: no row, no fee; no row, no delegation; a table with a
 * fault is no table.
 *
 * <p>All types are immutable and safe for any thread. On disk there is nothing but the adopted tables of fees,
 * delegations and courts.
 *
 * <p>Sources: tryckfrihetsförordningen (TF) 2 kap. 15-19 §§; offentlighets- och sekretesslagen (OSL) 6 kap. 3, 7-8 §§,
 * 10 kap. 14 §; förvaltningslagen (FL) 22, 32-33, 43-45 §§; kommunallagen (KL) 6 kap. 37-38 §§; lag (1930:173) om
 * beräkning av lagstadgad tid; lag (1989:253) om allmänna helgdagar; avgiftsförordningen (1992:191) 15-22 §§.
 */
@NullMarked
package se.sigill.core.request;

import org.jspecify.annotations.NullMarked;
