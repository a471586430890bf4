package se.sigill.core.inbox;

import java.util.List;
import java.util.Optional;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;

/**
 * One thing that was asked for, and what became of it.
 *
 * @param outcome a word: released, released in part, refused …
 * @param provision on which a refusal rests, {@code OSL 21:7}; else empty
 * @param reason in the requester's language; may be empty
 * @param files what is handed over; may be empty
 * @param reservation on which conditions; empty if on none. As long as they are not accepted there are no files
 */
public record BoxItem(
        String title,
        String outcome,
        String provision,
        String reason,
        List<BoxFile> files,
        Optional<BoxReservation> reservation) {
    static final int FILES_MAX = 200;

    private static final int TITLE_MAX = 1_000;
    private static final int PROVISION_MAX = 500;
    private static final int REASON_MAX = 10_000;

    /** @throws IllegalArgumentException if a field is not of its form */
    public BoxItem {
        Texts.line("title", title, TITLE_MAX);
        Texts.word("outcome", outcome);
        Texts.line("provision", provision, PROVISION_MAX);
        Texts.words("reason", reason, REASON_MAX);
        files = List.copyOf(files);
        if (title.isBlank() || files.size() > FILES_MAX) {
            throw new IllegalArgumentException("an item has a title and at most " + FILES_MAX + " files");
        }
        if (!files.isEmpty() && reservation.filter(each -> !each.accepted()).isPresent()) {
            throw new IllegalArgumentException("an item whose reservation is not accepted has no files");
        }
    }

    /** An item on no conditions. */
    public BoxItem(String title, String outcome, String provision, String reason, List<BoxFile> files) {
        this(title, outcome, provision, reason, files, Optional.empty());
    }

    Json.Obj toJson() {
        Json.Obj json = Json.object()
                .with("title", title)
                .with("outcome", outcome)
                .with("provision", provision)
                .with("reason", reason)
                .with("files", Json.array(files.stream().map(BoxFile::toJson).toList()));
        reservation.ifPresent(each -> json.with("reservation", each.toJson()));
        return json;
    }

    /** @throws JsonException if it is not exactly of its form */
    static BoxItem fromJson(Json.Obj json) {
        Fields fields = new Fields(json);
        String title = fields.text("title", TITLE_MAX);
        String outcome = fields.text("outcome", 40);
        String provision = fields.text("provision", PROVISION_MAX);
        String reason = fields.text("reason", REASON_MAX);
        List<BoxFile> files = fields.list("files", FILES_MAX, file -> BoxFile.fromJson(file.asObject()));
        Optional<BoxReservation> reservation = fields.has("reservation")
                ? Optional.of(BoxReservation.fromJson(fields.object("reservation")))
                : Optional.empty();
        fields.end();
        return Fields.checked(() -> new BoxItem(title, outcome, provision, reason, files, reservation));
    }

    @Override
    public String toString() {
        return "BoxItem[" + outcome + ", " + files.size() + " files, content hidden]";
    }
}
