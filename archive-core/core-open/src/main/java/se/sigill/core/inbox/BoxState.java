package se.sigill.core.inbox;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonWriter;

/**
 * What somebody reads who comes with a code, format {@code sigill/box/1}. It is all there is outside of a request, and
 * lies there only encrypted. Texts are in the requester's language. Immutable; never printed.
 *
 * @param language {@code sv} or {@code en}
 * @param number diary number; empty until it is registered
 * @param reference what the receipt said
 * @param state a word: received, in-progress, answered …
 * @param asOf when the inside wrote this: whoever has the outside could bring back an older one, and nobody a newer
 * @param next what happens next; may be empty
 * @param nextBy by when, as a text; may be empty
 * @param lines what was said and done, oldest first
 * @param items what was asked for, one by one
 * @param letters decisions and letters of the authority
 * @param fee {@link BoxFee#NONE} if there is none
 * @param appeal how a decision is appealed; empty if there is none to appeal
 * @param openUntil the last day on which the box is there, ISO 8601; empty if nobody has said
 */
public record BoxState(
        String language,
        String number,
        String reference,
        String state,
        Instant asOf,
        String next,
        String nextBy,
        List<BoxLine> lines,
        List<BoxItem> items,
        List<BoxFile> letters,
        BoxFee fee,
        String appeal,
        String openUntil) {
    public static final String FORMAT = "sigill/box/1";

    /** A state is read whole into memory. Two hundred items with reasons have a tenth of it. */
    public static final int STATE_BYTES_MAX = 16 << 20;

    public static final int LINES_MAX = 500;
    public static final int ITEMS_MAX = 500;
    public static final int LETTERS_MAX = 100;

    private static final int NUMBER_MAX = 100;
    private static final int TEXT_MAX = 2_000;
    private static final int APPEAL_MAX = 10_000;

    /** @throws IllegalArgumentException if a field is not of its form, or two files have one id */
    public BoxState {
        Texts.language(language);
        Texts.line("number", number, NUMBER_MAX);
        Texts.line("reference", reference, NUMBER_MAX);
        Texts.word("state", state);
        Texts.words("next", next, TEXT_MAX);
        Texts.line("nextBy", nextBy, TEXT_MAX);
        Texts.words("appeal", appeal, APPEAL_MAX);
        Texts.dayOrEmpty("openUntil", openUntil);
        lines = List.copyOf(lines);
        items = List.copyOf(items);
        letters = List.copyOf(letters);
        if (lines.size() > LINES_MAX || items.size() > ITEMS_MAX || letters.size() > LETTERS_MAX) {
            throw new IllegalArgumentException("a box has at most " + LINES_MAX + " lines, " + ITEMS_MAX + " items and "
                    + LETTERS_MAX + " letters");
        }
        Set<String> ids = new HashSet<>();
        if (!files(items, letters).allMatch(file -> ids.add(file.id()))) {
            throw new IllegalArgumentException("two files of a box have one id");
        }
    }

    /** Every file that this state names: of the items in their order, then the letters. */
    public List<BoxFile> files() {
        return files(items, letters).toList();
    }

    private static Stream<BoxFile> files(List<BoxItem> items, List<BoxFile> letters) {
        return Stream.concat(items.stream().flatMap(item -> item.files().stream()), letters.stream());
    }

    /** UTF-8 JSON on one line: the same state, the same bytes. */
    public byte[] bytes() {
        Json.Obj json = Json.object()
                .with("format", FORMAT)
                .with("language", language)
                .with("number", number)
                .with("reference", reference)
                .with("state", state)
                .with("asOf", asOf.toString())
                .with("next", next)
                .with("nextBy", nextBy)
                .with("lines", Json.array(lines.stream().map(BoxLine::toJson).toList()))
                .with("items", Json.array(items.stream().map(BoxItem::toJson).toList()))
                .with(
                        "letters",
                        Json.array(letters.stream().map(BoxFile::toJson).toList()));
        if (!fee.isNone()) {
            json = json.with("fee", fee.toJson());
        }
        return JsonWriter.bytes(json.with("appeal", appeal).with("openUntil", openUntil));
    }

    /** @throws JsonException if it is not exactly of this form, or past a limit */
    public static BoxState read(byte[] utf8) {
        Fields fields = Fields.of(utf8, STATE_BYTES_MAX, FORMAT);
        String language = fields.text("language", 2);
        String number = fields.text("number", NUMBER_MAX);
        String reference = fields.text("reference", NUMBER_MAX);
        String state = fields.text("state", 40);
        Instant asOf = fields.instant("asOf");
        String next = fields.text("next", TEXT_MAX);
        String nextBy = fields.text("nextBy", TEXT_MAX);
        List<BoxLine> lines = fields.list("lines", LINES_MAX, line -> BoxLine.fromJson(line.asObject()));
        List<BoxItem> items = fields.list("items", ITEMS_MAX, item -> BoxItem.fromJson(item.asObject()));
        List<BoxFile> letters = fields.list("letters", LETTERS_MAX, file -> BoxFile.fromJson(file.asObject()));
        BoxFee fee = fields.has("fee") ? BoxFee.fromJson(fields.object("fee")) : BoxFee.NONE;
        String appeal = fields.text("appeal", APPEAL_MAX);
        String openUntil = fields.text("openUntil", 10);
        fields.end();
        return Fields.checked(() -> new BoxState(
                language, number, reference, state, asOf, next, nextBy, lines, items, letters, fee, appeal, openUntil));
    }

    @Override
    public String toString() {
        return "BoxState[" + state + ", " + asOf + ", " + items.size() + " items, content hidden]";
    }
}
