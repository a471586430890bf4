package se.sigill.core.seal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.proof.RootStatement;

/**
 * What a sealed period covers: the content of its {@code period.json}.
 *
 * @param id name of the folder, {@code 20261123T232952Z-7k3q}
 * @param origin first line of the log's checkpoint
 * @param coverage the log entries whose versions it seals
 * @param sealed time of sealing, to the second
 * @param leaves how many leaves the tree has
 * @param seed what missing nodes are derived from, 64 hexadecimal digits; must not leave the inside
 * @param root root hash, 64 hexadecimal digits
 */
public record Period(
        String id, String origin, Coverage coverage, Instant sealed, int leaves, String seed, String root) {
    public static final String FORMAT = "sigill/evidence/1";
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** @throws IllegalArgumentException if a value does not have its form */
    public Period {
        boolean wellFormed = leaves > 0
                && HexFormat.of().parseHex(seed).length == 32
                && sealed.equals(sealed.truncatedTo(ChronoUnit.SECONDS));
        if (!wellFormed) {
            throw new IllegalArgumentException("period " + id + " has a value out of range");
        }
        new RootStatement(origin, id, root);
    }

    /** A new id: the time in UTC and four random characters. */
    public static String newId(Instant at, RandomGenerator random) {
        StringBuilder out = new StringBuilder(STAMP.format(at)).append('-');
        for (int i = 0; i < 4; i++) {
            out.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return out.toString();
    }

    /** Index of the first log entry of its range. */
    public long first() {
        return coverage.first();
    }

    /** Index after the last entry of its range. */
    public long end() {
        return coverage.end();
    }

    /** What the seal signs. */
    public RootStatement statement() {
        return new RootStatement(origin, id, root);
    }

    public byte[] rootHash() {
        return HexFormat.of().parseHex(root);
    }

    public byte[] seedBytes() {
        return HexFormat.of().parseHex(seed);
    }

    /** The bytes of {@code period.json}. */
    public byte[] bytes() {
        Json.Obj json = Json.object()
                .with("format", FORMAT)
                .with("period", id)
                .with("origin", origin)
                .with("first", coverage.first())
                .with("end", coverage.end())
                .with("left", json(coverage.left()))
                .with("late", json(coverage.late()))
                .with("sealed", sealed.toString())
                .with("leaves", leaves)
                .with("seed", seed)
                .with("root", root);
        return (JsonWriter.compact(json) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The period in these bytes; empty if they are not exactly what {@link #bytes} writes. */
    public static Optional<Period> parse(byte[] bytes) {
        try {
            Json.Obj json = JsonReader.parse(bytes).asObject();
            Period period = new Period(
                    json.text("period"),
                    json.text("origin"),
                    new Coverage(
                            json.integer("first"),
                            json.integer("end"),
                            indexes(json.array("left")),
                            indexes(json.array("late"))),
                    Instant.parse(json.text("sealed")),
                    Math.toIntExact(json.integer("leaves")),
                    json.text("seed"),
                    json.text("root"));
            return Arrays.equals(period.bytes(), bytes) ? Optional.of(period) : Optional.empty();
        } catch (JsonException | IllegalArgumentException | ArithmeticException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Json json(List<Long> indexes) {
        return Json.array(indexes.stream().map(Json.Num::of).toList());
    }

    private static List<Long> indexes(List<Json> json) {
        List<Long> indexes = new ArrayList<>();
        for (Json each : json) {
            if (!(each instanceof Json.Num number)) {
                throw new JsonException("an index is no number");
            }
            indexes.add(number.asLong());
        }
        return indexes;
    }

    /** The seed is not printed: who has it can tell true siblings from missing ones. */
    @Override
    public String toString() {
        return "Period[" + id + " entries " + first() + " to " + end() + ", " + leaves + " leaves]";
    }
}
