package se.sigill.app.wiring;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.sigill.core.catalogue.Catalogue;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Appeal;
import se.sigill.core.request.Decision;
import se.sigill.core.request.Request;

/** What open requests, and those with an open appeal, hold back from disposal: themselves and what they ask for. */
final class Requested {
    private Requested() {}

    static Set<String> of(Catalogue catalogue) {
        Set<String> held = new HashSet<>();
        for (RecordId id : catalogue.openRequests()) {
            held.add(id.value());
            Request.of(catalogue.requestActs(id)).ifPresent(request -> {
                held.addAll(List.of(request.asked().asked().split(" ")));
                held.add(request.asked().envelope());
                request.decisions().stream().map(Decision::of).forEach(held::add);
                request.letters().stream().map(Request.Letter::record).forEach(held::add);
                request.copies().stream().map(Request.Copy::copy).forEach(held::add);
                request.appeals().stream().map(Appeal::document).forEach(held::add);
            });
        }
        return held;
    }
}
