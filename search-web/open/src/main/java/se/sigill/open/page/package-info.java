/**
 * The pages: what they show and say, in both languages. Knows no server and no request.
 *
 * <p>Read {@link se.sigill.open.page.Frame} (what is around every page), then a page such as
 * {@link se.sigill.open.page.ResultsPage}: a record with everything its template shows, made from the zone.
 * {@link se.sigill.open.page.Pages} puts it into the template of its name, where all text is escaped.
 * {@link se.sigill.open.page.Asked} is a search as it stands in an address.
 */
@NullMarked
package se.sigill.open.page;

import org.jspecify.annotations.NullMarked;
