package se.sigill.app.request;

import java.util.Optional;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.request.AppealInstructions;
import se.sigill.core.request.Wording;

/**
 * An employee's no, which is no decision of the authority (OSL 6 kap. 3 §). Below the employee's own words stand those
 * that nobody may leave out: that the authority decides if who asked wants it, and how to say so.
 */
final class InformalNo {
    /** The kind of the message. */
    static final String KIND = "informal-no";

    private InformalNo() {}

    /** What who asked reads; empty if the authority's address is not adopted. */
    static Optional<String> text(OpenArchive archive, RequestBook.Entry entry, String words) {
        return BoardAddress.of(archive, entry.record().authority()).map(board -> {
            Wording right = AppealInstructions.forInformalNo(board);
            return words + "\n\n"
                    + RequestWords.in(entry.request().asked().language()).say(right.swedish(), right.english());
        });
    }
}
