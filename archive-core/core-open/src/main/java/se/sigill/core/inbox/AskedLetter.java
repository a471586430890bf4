package se.sigill.core.inbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import se.sigill.core.fact.PublicEntry;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonWriter;

/**
 * What somebody asks for or answers: the content of a {@link Letter}, format {@code sigill/request/1}. Immutable; what
 * people wrote is never printed.
 *
 * <p>A letter can be laid twice, by a stop or by whoever has the outside: {@link Ask#box} and {@link Reply#proof} are
 * different in each, and one that is known already is the same letter again.
 */
public sealed interface AskedLetter {
    String FORMAT = "sigill/request/1";

    /** So much free text, in UTF-16 units. */
    int WORDS_MAX = 20_000;

    /** So many bytes of it as a JSON text: with all else at its limit it fills a letter. Latin letters stay below. */
    int WORDS_BYTES_MAX = 55_000;

    int RECORDS_MAX = 200;

    int AUTHORITY_MAX = 200;

    /** When it came, as the outside saw it. */
    Instant at();

    /** What a person wrote, in their own words; may be empty. */
    String words();

    Json.Obj toJson();

    /** The content of a letter: the same letter, the same bytes. At most {@link Letter#CONTENT_BYTES_MAX}. */
    default byte[] bytes() {
        return JsonWriter.bytes(toJson());
    }

    /**
     * What a person typed into a form, as a letter takes it: line ends as line feeds, other control characters as
     * blanks, no half of a character.
     */
    static String plain(String typed) {
        return Texts.plain(typed);
    }

    /** How it is to be handed over (TF 2 kap. 15 and 16 §§). */
    enum Form {
        DOWNLOAD,
        E_MAIL,
        PAPER,
        ON_SITE;

        /** The word in letters, {@code e-mail}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** @throws IllegalArgumentException if there is none with this word */
        public static Form ofWord(String word) {
            for (Form form : values()) {
                if (form.word().equals(word)) {
                    return form;
                }
            }
            throw new IllegalArgumentException("\"form\" is download, e-mail, paper or on-site");
        }
    }

    /** What a reply asks to be done. */
    enum Wish {
        /** Nothing but to be read. */
        NONE(""),
        /** A formal decision that can be appealed (OSL 6 kap. 3 §). */
        DECISION("decision"),
        APPEAL("appeal"),
        WITHDRAW("withdraw"),
        ACCEPT_FEE("accept-fee"),
        /** The conditions on which something is handed out; the words are theirs, as they were read. */
        ACCEPT_RESERVATION("accept-reservation");

        private final String word;

        Wish(String word) {
            this.word = word;
        }

        /** The word in letters; empty for {@link #NONE}. */
        public String word() {
            return word;
        }

        /** @throws IllegalArgumentException if there is none with this word */
        public static Wish ofWord(String word) {
            for (Wish wish : values()) {
                if (wish.word.equals(word)) {
                    return wish;
                }
            }
            throw new IllegalArgumentException(
                    "\"wish\" is empty, decision, appeal, withdraw, accept-fee or accept-reservation");
        }
    }

    /**
     * Somebody asks.
     *
     * @param track a word: the way the site leads this kind of question
     * @param language {@code sv} or {@code en}: in which to answer
     * @param authority whose records; may be empty
     * @param records ids of public entries, in the order in which they were chosen; may be empty
     * @param form how to get it
     * @param contact {@link Contact#NONE} if nothing is said
     * @param box where the answer is to be laid
     */
    record Ask(
            String track,
            String language,
            String authority,
            List<String> records,
            String words,
            Form form,
            Contact contact,
            BoxKey box,
            Instant at)
            implements AskedLetter {
        static final String KIND = "ask";

        /** @throws IllegalArgumentException if a field is not of its form or too long */
        public Ask {
            Texts.word("track", track);
            Texts.language(language);
            Texts.line("authority", authority, AUTHORITY_MAX);
            requireWords(words);
            records = List.copyOf(records);
            if (records.size() > RECORDS_MAX
                    || !records.stream()
                            .allMatch(id -> PublicEntry.ID.matcher(id).matches())) {
                throw new IllegalArgumentException("\"records\" are at most " + RECORDS_MAX + " ids of records");
            }
        }

        @Override
        public Json.Obj toJson() {
            Json.Obj json = Json.object()
                    .with("format", FORMAT)
                    .with("kind", KIND)
                    .with("at", at.toString())
                    .with("track", track)
                    .with("language", language)
                    .with("authority", authority)
                    .with("records", Json.texts(records))
                    .with("words", words)
                    .with("form", form.word());
            if (!contact.isNone()) {
                json = json.with("contact", contact.toJson());
            }
            return json.with("box", box.toJson());
        }

        private static Ask read(Fields fields) {
            Instant at = fields.instant("at");
            String track = fields.text("track", 40);
            String language = fields.text("language", 2);
            String authority = fields.text("authority", AUTHORITY_MAX);
            List<String> records = fields.list("records", RECORDS_MAX, Json::asText);
            String words = fields.text("words", WORDS_MAX);
            String form = fields.text("form", 40);
            Contact contact = fields.has("contact") ? Contact.fromJson(fields.object("contact")) : Contact.NONE;
            BoxKey box = BoxKey.fromJson(fields.object("box"));
            return Fields.checked(
                    () -> new Ask(track, language, authority, records, words, Form.ofWord(form), contact, box, at));
        }

        @Override
        public String toString() {
            return "Ask[" + box.name() + ", " + at + ", content hidden]";
        }
    }

    /**
     * Who asked writes again. Made by {@link #sign}, so that it carries a proof of having had the code: the name of a
     * box can be seen outside, and nobody is to withdraw or accept anything in another's name.
     *
     * @param box the name of the box
     * @param proof HMAC-SHA-256 over the other fields, hexadecimal; see {@link #isOf}
     */
    record Reply(String box, String words, Wish wish, Instant at, String proof) implements AskedLetter {
        static final String KIND = "reply";

        private static final byte[] INFO = "sigill/box-reply/1\n".getBytes(StandardCharsets.US_ASCII);

        /** @throws IllegalArgumentException if a field is not of its form */
        public Reply {
            Bytes.requireName(box);
            requireWords(words);
            Texts.digest("proof", proof);
        }

        /** @throws IllegalArgumentException if the words are too long or no text */
        public static Reply sign(BoxKey key, String words, Wish wish, Instant at) {
            return new Reply(key.name(), words, wish, at, proof(key, unsigned(key.name(), words, wish, at)));
        }

        /** Whether it was written by who has the key of this box. What is not must be taken for nobody's. */
        public boolean isOf(BoxKey key) {
            byte[] wanted = proof(key, unsigned(box, words, wish, at)).getBytes(StandardCharsets.US_ASCII);
            return key.name().equals(box) && MessageDigest.isEqual(wanted, proof.getBytes(StandardCharsets.US_ASCII));
        }

        private static String proof(BoxKey key, Json.Obj unsigned) {
            byte[] own = Hkdf.derive(new byte[0], key.key(), INFO, Gcm.KEY_BYTES);
            return Hmac.hex(own, JsonWriter.bytes(unsigned));
        }

        private static Json.Obj unsigned(String box, String words, Wish wish, Instant at) {
            return Json.object()
                    .with("format", FORMAT)
                    .with("kind", KIND)
                    .with("at", at.toString())
                    .with("box", box)
                    .with("words", words)
                    .with("wish", wish.word());
        }

        @Override
        public Json.Obj toJson() {
            return unsigned(box, words, wish, at).with("proof", proof);
        }

        private static Reply read(Fields fields) {
            Instant at = fields.instant("at");
            String box = fields.text("box", 2 * Bytes.NAME_BYTES);
            String words = fields.text("words", WORDS_MAX);
            String wish = fields.text("wish", 40);
            String proof = fields.text("proof", 64);
            return Fields.checked(() -> new Reply(box, words, Wish.ofWord(wish), at, proof));
        }

        @Override
        public String toString() {
            return "Reply[" + box + ", " + wish + ", " + at + ", words hidden]";
        }
    }

    private static void requireWords(String words) {
        Texts.words("words", words, WORDS_MAX);
        int bytes = JsonWriter.bytes(Json.text(words)).length;
        if (bytes > WORDS_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "\"words\" has " + bytes + " bytes; at most " + WORDS_BYTES_MAX + " fit into a letter");
        }
    }

    /** @throws JsonException if it is not exactly of this form, or past a limit */
    static AskedLetter read(byte[] utf8) {
        Fields fields = Fields.of(utf8, Letter.CONTENT_BYTES_MAX, FORMAT);
        AskedLetter letter =
                switch (fields.text("kind", 40)) {
                    case Ask.KIND -> Ask.read(fields);
                    case Reply.KIND -> Reply.read(fields);
                    default -> throw new JsonException("a letter asks or replies");
                };
        fields.end();
        return letter;
    }
}
