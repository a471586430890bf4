package se.sigill.engines.tika;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import se.sigill.engines.part.BytePairs;

/** What a file must have for a pattern to match: its plain runs. Escapes are passed over, not understood. */
final class MagicNeeds {
    /** With these a part of a regular expression may be left out. */
    private static final Pattern OPTIONAL = Pattern.compile("[|?*+{(]");

    /** What stands between the plain characters of a regular expression. */
    private static final Pattern NOT_PLAIN = Pattern.compile("\\[[^\\]]*]|\\\\.|[.^$]");

    private final int[][] pairs;
    /** The readings of the first byte; empty if it is not known. */
    private final byte[] first;

    private MagicNeeds(int[][] pairs, byte[] first) {
        this.pairs = pairs;
        this.first = first;
    }

    /** @param kind as Tika's table calls it; one that is not known here needs nothing */
    static MagicNeeds of(String kind, String value) {
        return switch (kind) {
            case "string" -> value.startsWith("0x") ? bytes(hex(value)) : runs(value, false, 1);
            case "stringignorecase" -> value.startsWith("0x") ? nothing() : runs(value, true, 1);
            case "unicodele" -> value.startsWith("0x") ? nothing() : runs(value, false, 2);
            case "big16" -> bytes(number(value, 2));
            case "big32" -> bytes(number(value, 4));
            case "host16", "little16" -> bytes(reversed(number(value, 2)));
            case "host32", "little32" -> bytes(reversed(number(value, 4)));
            default -> nothing();
        };
    }

    /** Of a regular expression in which every part must match once; any other needs nothing. */
    static MagicNeeds ofExpression(String expression) {
        if (OPTIONAL.matcher(expression).find()) {
            return nothing();
        }
        List<int[]> pairs = new ArrayList<>();
        for (String run : NOT_PLAIN.split(expression)) {
            pairs.addAll(List.of(runs(run, false, 1).pairs));
        }
        return new MagicNeeds(pairs.toArray(new int[0][]), new byte[0]);
    }

    private static MagicNeeds nothing() {
        return new MagicNeeds(new int[0][], new byte[0]);
    }

    private static MagicNeeds bytes(byte[] bytes) {
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < bytes.length; i++) {
            pairs.add(new int[] {BytePairs.pair(bytes[i], bytes[i + 1])});
        }
        return new MagicNeeds(pairs.toArray(new int[0][]), new byte[] {bytes[0]});
    }

    /** Half a byte at the end is nothing to Tika. */
    private static byte[] hex(String value) {
        return HexFormat.of().parseHex(value.substring(2, value.length() / 2 * 2));
    }

    private static byte[] number(String value, int length) {
        long number = value.startsWith("0x") ? Long.parseLong(value.substring(2), 16) : Long.parseLong(value, 8);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (number >> (8 * (length - 1 - i)));
        }
        return bytes;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    /** @param width bytes of a character, of which the second is zero */
    private static MagicNeeds runs(String value, boolean anyCase, int width) {
        List<int[]> pairs = new ArrayList<>();
        boolean isRun = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\') {
                i = afterEscape(value, i) - 1;
                isRun = false;
                continue;
            }
            byte[] readings = readings(c, anyCase);
            if (width == 2) {
                pairs.add(product(readings, new byte[1]));
            } else if (isRun) {
                pairs.add(product(readings(value.charAt(i - 1), anyCase), readings));
            }
            isRun = true;
        }
        byte[] first = value.isEmpty() || value.startsWith("\\") ? new byte[0] : readings(value.charAt(0), anyCase);
        return new MagicNeeds(pairs.toArray(new int[0][]), first);
    }

    private static int afterEscape(String value, int backslash) {
        int next = backslash + 1;
        if (next < value.length() && Character.isDigit(value.charAt(next))) {
            int end = next;
            while (end < value.length() && end < next + 3 && Character.isDigit(value.charAt(end))) {
                end++;
            }
            return end;
        }
        return next < value.length() && value.charAt(next) == 'x' ? next + 3 : next + 1;
    }

    private static byte[] readings(char c, boolean anyCase) {
        String letter = Character.toString(c);
        String both = anyCase && c < 0x80 ? letter.toLowerCase(Locale.ROOT) + letter.toUpperCase(Locale.ROOT) : letter;
        return both.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int[] product(byte[] first, byte[] second) {
        int[] pairs = new int[first.length * second.length];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = BytePairs.pair(first[i / second.length], second[i % second.length]);
        }
        return pairs;
    }

    /** False if the pattern cannot match. @param offset where it stands if it stands anywhere; -1 if that varies */
    boolean met(MagicHead head, int offset) {
        boolean begins = offset < 0 || first.length == 0 || head.hasAt(offset, first);
        return begins && head.pairs().hasAll(pairs);
    }
}
