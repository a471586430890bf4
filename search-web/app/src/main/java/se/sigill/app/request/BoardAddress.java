package se.sigill.app.request;

import java.util.Optional;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.catalogue.Adoption;
import se.sigill.core.request.Board;
import se.sigill.core.request.Boards;

/** How an authority is reached, by the newest table of boards that was adopted. */
final class BoardAddress {
    private BoardAddress() {}

    /** Empty if the table does not name it. */
    static Optional<Board> of(OpenArchive archive, String authority) {
        return archive.catalogue().adopted().stream()
                .filter(each -> each.kind().equals(Boards.KIND))
                .reduce((one, other) -> one.act() > other.act() ? one : other)
                .map(Adoption::document)
                .map(Boards::orNone)
                .flatMap(boards -> boards.find(authority));
    }
}
