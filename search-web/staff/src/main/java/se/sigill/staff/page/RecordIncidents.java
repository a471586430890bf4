package se.sigill.staff.page;

import java.util.List;
import se.sigill.app.incident.Incidents;
import se.sigill.core.catalogue.CatalogueRecord;

/**
 * Incidents of a record.
 *
 * @param mayOpen whether the visitor may open one: while anybody can read the record on the web nobody does
 * @param now the time, as the form takes it
 */
public record RecordIncidents(boolean mayOpen, String now, List<Lead> lines) {
    public RecordIncidents {
        lines = List.copyOf(lines);
    }

    static RecordIncidents of(Surround around, CatalogueRecord entry, boolean known) {
        Incidents incidents = new Incidents(around.archive());
        boolean sees = known && around.places().contains(Place.INCIDENTS);
        return new RecordIncidents(
                sees && incidents.mayNote(entry) && !incidents.isPublic(entry),
                Words.time(
                        around.archive().clock().instant(),
                        around.archive().config().archive().zone()),
                sees
                        ? incidents.of(entry).stream()
                                .map(each -> IncidentsPage.lead(around, each))
                                .toList()
                        : List.of());
    }
}
