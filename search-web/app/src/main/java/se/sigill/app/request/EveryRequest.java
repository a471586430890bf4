package se.sigill.app.request;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import se.sigill.core.catalogue.Catalogue;
import se.sigill.core.record.RecordId;

/**
 * All requests that came in on or after an instant, whoever answers them, page by page in the order in which they were
 * registered. What is registered while somebody reads stands on the last page.
 */
final class EveryRequest implements Iterable<List<RecordId>> {
    private final Catalogue catalogue;
    private final Instant since;

    EveryRequest(Catalogue catalogue, Instant since) {
        this.catalogue = catalogue;
        this.since = since;
    }

    /** Pages of at most {@link Catalogue#PAGE_MAX}, none of them empty. */
    @Override
    public Iterator<List<RecordId>> iterator() {
        return new Iterator<>() {
            private List<RecordId> next = catalogue.requestsSince(since, -1, Catalogue.PAGE_MAX);

            @Override
            public boolean hasNext() {
                return !next.isEmpty();
            }

            @Override
            public List<RecordId> next() {
                if (next.isEmpty()) {
                    throw new NoSuchElementException("there is no further page");
                }
                List<RecordId> page = next;
                next = following(page.getLast());
                return page;
            }
        };
    }

    private List<RecordId> following(RecordId last) {
        long registered = catalogue.requestActs(last).getFirst().index();
        return catalogue.requestsSince(since, registered, Catalogue.PAGE_MAX);
    }
}
