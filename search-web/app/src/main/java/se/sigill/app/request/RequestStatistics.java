package se.sigill.app.request;

import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.access.Access;
import se.sigill.core.access.Duty;
import se.sigill.core.access.Viewer;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Request;
import se.sigill.core.request.Statistics;
import se.sigill.core.request.SwedishCalendar;

/** How the requests of a year went, as far as they are the acting user's to count. */
public final class RequestStatistics {
    private final OpenArchive archive;

    private RequestStatistics(OpenArchive archive) {
        this.archive = archive;
    }

    /**
     * Of the requests that came in during the year. They are those of every authority whose requests are the user's to
     * answer, or for which the user inspects or keeps the archive: the numbers are theirs, the requests are not.
     *
     * @param year as the clocks of the archive show it, from {@link SwedishCalendar#YEAR_MIN} on
     */
    public static Statistics of(OpenArchive archive, int year) {
        if (year < SwedishCalendar.YEAR_MIN) {
            throw new IllegalArgumentException("there are no statistics of the year " + year);
        }
        return new RequestStatistics(archive).of(Year.of(year));
    }

    private Statistics of(Year year) {
        ZoneId zone = archive.config().archive().zone();
        Instant from = year.atDay(1).atStartOfDay(zone).toInstant();
        Instant end = year.plusYears(1).atDay(1).atStartOfDay(zone).toInstant();
        List<Viewer> viewers = archive.sight().viewers();
        Iterable<Request> requests = () -> each(from)
                .filter(record -> viewers.stream().anyMatch(viewer -> counts(viewer, record.authority())))
                .map(record -> RequestBook.request(archive, record.id()))
                .flatMap(Optional::stream)
                .filter(request -> request.asked().arrived().isBefore(end))
                .iterator();
        return Statistics.of(requests, archive.clock().instant());
    }

    /** The records of requests, not more than a page of them in memory. */
    private Stream<CatalogueRecord> each(Instant from) {
        Iterable<List<RecordId>> pages = new EveryRequest(archive.catalogue(), from);
        return StreamSupport.stream(pages.spliterator(), false)
                .flatMap(page -> archive.catalogue().findAll(page).stream());
    }

    private static boolean counts(Viewer viewer, String authority) {
        return Duty.ANSWER.isOf(viewer, authority) || looksAfter(viewer, authority);
    }

    private static boolean looksAfter(Viewer viewer, String authority) {
        return viewer instanceof Viewer.Staff(String own, Viewer.Role role)
                && (role == Viewer.Role.INSPECTOR || role == Viewer.Role.ARCHIVIST)
                && Access.sameAuthority(own, authority);
    }
}
