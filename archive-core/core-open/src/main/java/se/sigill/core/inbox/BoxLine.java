package se.sigill.core.inbox;

import java.time.Instant;
import java.util.Locale;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;

/**
 * One line of what was said and done, for who asked.
 *
 * @param kind a word: asked, registered, question, decision …
 * @param text in the requester's language; may be empty
 */
public record BoxLine(Instant at, Who who, String kind, String text) {
    private static final int TEXT_MAX = AskedLetter.WORDS_MAX;

    /** Whose line it is. People who work with the request have no name here. */
    public enum Who {
        REGISTRAR,
        REQUESTER,
        /** The system by itself. */
        ARCHIVE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException if there is none with this word */
        public static Who ofWord(String word) {
            for (Who who : values()) {
                if (who.word().equals(word)) {
                    return who;
                }
            }
            throw new IllegalArgumentException("\"who\" is registrar, requester or archive");
        }
    }

    /** @throws IllegalArgumentException if a field is not of its form */
    public BoxLine {
        Texts.word("kind", kind);
        Texts.words("text", text, TEXT_MAX);
    }

    Json.Obj toJson() {
        return Json.object()
                .with("at", at.toString())
                .with("who", who.word())
                .with("kind", kind)
                .with("text", text);
    }

    /** @throws JsonException if it is not exactly of its form */
    static BoxLine fromJson(Json.Obj json) {
        Fields fields = new Fields(json);
        Instant at = fields.instant("at");
        String who = fields.text("who", 40);
        String kind = fields.text("kind", 40);
        String text = fields.text("text", TEXT_MAX);
        fields.end();
        return Fields.checked(() -> new BoxLine(at, Who.ofWord(who), kind, text));
    }

    @Override
    public String toString() {
        return "BoxLine[" + at + ", " + who + ", " + kind + ", text hidden]";
    }
}
