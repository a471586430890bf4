package se.sigill.core.fact;

import java.util.Locale;
import se.sigill.core.json.Json;

/**
 * Says of a record that is not on the web that it is there: its register entry as anyone may see it, by which it can be
 * asked for. Never its title, its parties, its kind or anything of its content (OSL 5 kap. 2 §).
 *
 * @param diaryNumber as written; empty if it has none
 * @param date ISO 8601, or empty
 * @param authority whose record it is
 * @param provision on which the restriction rests, {@code OSL 26:1}; empty but where {@code why} is restricted
 */
public record Notice(String id, Why why, String diaryNumber, String date, String authority, String provision)
        implements PublicEntry {
    static final String WORD = "notice";

    /** Why it is not here. */
    public enum Why {
        /** A provision may make it secret; whoever asks gets an answer for this very request. */
        RESTRICTED,
        /** Nobody has decided yet whether it is open. */
        UNDECIDED,
        /** It is open, and not put on the web. */
        NOT_ON_THE_WEB;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Why ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** @throws IllegalArgumentException if a provision is named and nothing restricts, or the id is none */
    public Notice {
        PublicEntry.requireId(id);
        if (why != Why.RESTRICTED && !provision.isEmpty()) {
            throw new IllegalArgumentException("a provision stands only where something is restricted");
        }
    }

    @Override
    public Json.Obj toJson() {
        return Json.object()
                .with("entry", WORD)
                .with("id", id)
                .with("why", why.word())
                .with("diaryNumber", diaryNumber)
                .with("date", date)
                .with("authority", authority)
                .with("provision", provision);
    }

    static Notice fromJson(Json.Obj json) {
        return new Notice(
                json.text("id"),
                Why.ofWord(json.text("why")),
                json.text("diaryNumber"),
                json.text("date"),
                json.text("authority"),
                json.text("provision"));
    }
}
