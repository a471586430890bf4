package se.sigill.app.request;

import java.util.Optional;
import se.sigill.core.inbox.BoxKey;
import se.sigill.core.inbox.Contact;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonReader;

/**
 * How to reach who asked.
 *
 * @param contact as it was given; {@link Contact#NONE} if nothing was
 * @param box where the answer lies outside; empty for who did not ask on the web
 */
record Envelope(Contact contact, Optional<BoxKey> box) {
    Json.Obj toJson() {
        Json.Obj json = Json.object()
                .with("name", contact.name())
                .with("address", contact.address())
                .with("email", contact.email())
                .with("phone", contact.phone());
        box.ifPresent(key -> json.with("box", key.toJson()));
        return json;
    }

    /** @throws se.sigill.core.json.JsonException if it is not of that form */
    static Envelope read(byte[] json) {
        Json.Obj all = (Json.Obj) JsonReader.parse(json);
        return new Envelope(
                new Contact(all.text("name"), all.text("address"), all.text("email"), all.text("phone")),
                all.has("box") ? Optional.of(BoxKey.fromJson(all.object("box"))) : Optional.empty());
    }

    @Override
    public String toString() {
        return "Envelope[hidden]";
    }
}
