package se.sigill.core.inbox;

import java.util.stream.Stream;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;

/**
 * How somebody wants to be reached, if at all. Nobody is asked who they are or why (TF 2 kap. 18 §): every text may be
 * empty. Never printed.
 *
 * @param name at most 200 characters
 * @param address several lines, at most 500 characters
 * @param email at most 254 characters (RFC 5321 section 4.5.3.1); not looked into
 * @param phone at most 50 characters
 */
public record Contact(String name, String address, String email, String phone) {
    /** Nothing is said. */
    public static final Contact NONE = new Contact("", "", "", "");

    private static final int NAME_MAX = 200;
    private static final int ADDRESS_MAX = 500;
    private static final int EMAIL_MAX = 254;
    private static final int PHONE_MAX = 50;

    /** @throws IllegalArgumentException if a text is too long or no text */
    public Contact {
        Texts.line("name", name, NAME_MAX);
        Texts.words("address", address, ADDRESS_MAX);
        Texts.line("email", email, EMAIL_MAX);
        Texts.line("phone", phone, PHONE_MAX);
    }

    public boolean isNone() {
        return Stream.of(name, address, email, phone).allMatch(String::isEmpty);
    }

    Json.Obj toJson() {
        return Json.object()
                .with("name", name)
                .with("address", address)
                .with("email", email)
                .with("phone", phone);
    }

    /** @throws JsonException if it is not exactly of its form */
    static Contact fromJson(Json.Obj json) {
        Fields fields = new Fields(json);
        String name = fields.text("name", NAME_MAX);
        String address = fields.text("address", ADDRESS_MAX);
        String email = fields.text("email", EMAIL_MAX);
        String phone = fields.text("phone", PHONE_MAX);
        fields.end();
        return Fields.checked(() -> new Contact(name, address, email, phone));
    }

    @Override
    public String toString() {
        return isNone() ? "Contact[none]" : "Contact[hidden]";
    }
}
