package se.sigill.ingest.delivery;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.sigill.core.record.Direction;

/** Reads the words clerks write in a table, Swedish and English. Empty where a word is none that is known. */
final class FieldWords {
    private static final Pattern PROVISION = Pattern.compile("(?i)(?:OSL|offentlighets- och sekretesslagen)?[ ,]*"
            + "([0-9]{1,2})(?: *kap\\.?| *:)[ ]*([0-9]{1,2} ?[a-e]?)[ ]*§?"
            + "(?:[ ,]*(?:st(?:ycket)?\\.?[ ]*([0-9])|([0-9])[ ]*st(?:ycket)?\\.?))?(?: *OSL)?");
    private static final String PARAGRAPH = " st ";
    private static final int PROVISION_CHARS_MAX = 80;
    private static final Pattern CHECKSUM =
            Pattern.compile("(?i)(?:sha-?(?:256|512)[:= ])?([0-9a-f]{64}|[0-9a-f]{128})");

    private FieldWords() {}

    static Optional<Direction> direction(String word) {
        return switch (plain(word)) {
            case "inkommen", "inkommande", "inkommet", "in", "i", "received", "incoming" ->
                Optional.of(Direction.RECEIVED);
            case "utgående", "utgaende", "expedierad", "expedierat", "skickad", "ut", "u" ->
                Optional.of(Direction.DISPATCHED);
            case "sent", "outgoing", "out", "dispatched" -> Optional.of(Direction.DISPATCHED);
            case "upprättad", "upprättat", "intern", "internt", "internal", "drawn up", "drawn_up", "drawn-up" ->
                Optional.of(Direction.DRAWN_UP);
            case "" -> Optional.of(Direction.UNKNOWN);
            default -> Optional.empty();
        };
    }

    static Optional<Boolean> yesOrNo(String word) {
        return switch (plain(word)) {
            case "ja", "j", "yes", "y", "x", "1", "sant", "true" -> Optional.of(true);
            case "", "nej", "n", "no", "0", "falskt", "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    static Optional<Boolean> open(String word) {
        return switch (plain(word)) {
            case "öppen", "öppet", "open", "offentlig" -> Optional.of(true);
            case "", "ej bedömd", "undecided", "oprövad" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    static Optional<String> category(String word) {
        return switch (plain(word)) {
            case "sekretess", "secrecy", "" -> Optional.of("secrecy");
            case "säkerhet", "security" -> Optional.of("security");
            case "integritet", "integrity", "privacy" -> Optional.of("integrity");
            default -> Optional.empty();
        };
    }

    /** {@code 26 kap. 1 §}, {@code OSL 26:1}, {@code 21:3 a} → {@code OSL 26:1}, {@code OSL 21:3 a}. */
    static Optional<String> provision(String words) {
        String text = words.strip().replace('\u00A0', ' ');
        Matcher matcher = PROVISION.matcher(text);
        if (text.length() > PROVISION_CHARS_MAX || !matcher.matches()) {
            return Optional.empty();
        }
        String section = matcher.group(2).replace(" ", "").toLowerCase(Locale.ROOT);
        int digits = (int) section.chars().filter(Character::isDigit).count();
        String letter = section.substring(digits);
        String paragraph = matcher.group(3) == null ? matcher.group(4) : matcher.group(3);
        return Optional.of("OSL " + matcher.group(1) + ":" + section.substring(0, digits)
                + (letter.isEmpty() ? "" : " " + letter)
                + (paragraph == null ? "" : PARAGRAPH + paragraph));
    }

    /** The provision without its paragraph (stycke): the catalogue names one only where paragraphs differ. */
    static String withoutParagraph(String provision) {
        int at = provision.indexOf(PARAGRAPH);
        return at < 0 ? provision : provision.substring(0, at);
    }

    static Optional<String> checksum(String words) {
        Matcher matcher = CHECKSUM.matcher(words.strip());
        return matcher.matches() ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
