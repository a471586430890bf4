package se.sigill.app.request;

import java.util.List;
import java.util.Set;
import se.sigill.core.inbox.AskedLetter;
import se.sigill.core.inbox.Contact;
import se.sigill.core.json.JsonException;

/**
 * A request that came in another way than by the web, as a person notes it. Nobody is asked who they are or why (TF 2
 * kap. 18 §): all of {@code contact} may be empty. Never printed.
 *
 * @param channel {@code phone}, {@code desk}, {@code mail} or {@code letter}
 * @param form {@code on-site}, {@code paper} or {@code e-mail}
 * @param language of the answers, {@code sv} or {@code en}
 * @param authority that is asked; empty: the first for which the acting user answers
 * @param records ids, registration numbers or links
 * @param words what is looked for, in their own words
 */
public record Registration(
        String channel,
        String form,
        String language,
        String authority,
        List<String> records,
        String words,
        Contact contact) {
    /** What fits into one letter; more is said in several. */
    public static final int WORDS_MAX = 20_000;

    private static final Set<String> CHANNELS = Set.of("phone", "desk", "mail", "letter");
    private static final Set<String> FORMS = Set.of("on-site", "paper", "e-mail");
    private static final Set<String> LANGUAGES = Set.of("sv", "en");

    public Registration {
        records = List.copyOf(records);
    }

    /**
     * As a file or a program has it: one JSON object with these members, those of {@code contact} in an object of its
     * own. What is not said is phone, on-site, Swedish.
     *
     * @throws JsonException if it is not of this form; the message names members, never what stands in them
     */
    public static Registration read(String text) {
        Members all = Members.of(text, "channel", "form", "language", "authority", "records", "words", "contact");
        Members contact = all.object("contact", "name", "address", "email", "phone");
        try {
            return new Registration(
                    or(all.text("channel"), "phone"),
                    or(all.text("form"), "on-site"),
                    or(all.text("language"), "sv"),
                    all.text("authority"),
                    all.texts("records"),
                    AskedLetter.plain(all.text("words")),
                    new Contact(
                            AskedLetter.plain(contact.text("name")),
                            AskedLetter.plain(contact.text("address")),
                            AskedLetter.plain(contact.text("email")),
                            AskedLetter.plain(contact.text("phone"))));
        } catch (IllegalArgumentException e) {
            throw new JsonException(String.valueOf(e.getMessage()), e);
        }
    }

    private static String or(String text, String ifEmpty) {
        return text.isEmpty() ? ifEmpty : text;
    }

    /** Whether channel, form and language are words that there are. */
    boolean isKnown() {
        return CHANNELS.contains(channel) && FORMS.contains(form) && LANGUAGES.contains(language);
    }

    @Override
    public String toString() {
        return "Registration[hidden]";
    }
}
