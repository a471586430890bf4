package se.sigill.app.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Request;

/**
 * A request as it stands in an archive.
 *
 * @param number its registration number
 * @param words what was written in it
 */
public record AskedRequest(Request request, String number, String words) {
    /** Every one there is, in the order of registration. */
    public static List<AskedRequest> all(OpenArchive archive) {
        List<AskedRequest> all = new ArrayList<>();
        for (List<RecordId> page : new EveryRequest(archive.catalogue(), Instant.EPOCH)) {
            for (RecordId id : page) {
                new RequestBook(archive)
                        .entry(id)
                        .map(entry -> new AskedRequest(
                                entry.request(),
                                entry.number(),
                                RequestText.of(archive, entry.record())
                                        .map(RequestText::ownWords)
                                        .orElse("")))
                        .ifPresent(all::add);
            }
        }
        return all;
    }
}
