package se.sigill.app.outward;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.sigill.core.disk.Durable;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;

/**
 * What the zone has been told, up to one bundle.
 *
 * @param epoch of that bundle
 * @param number of that bundle
 * @param manifest its digest
 * @param made when
 * @param cursor index of the first act that is not told; 0 while everything is being told anew
 * @param day on which openness was asked for, ISO 8601
 * @param complete whether the zone has everything
 * @param told id to the fingerprint of what was told of the record
 * @param waiting ids of records that would go out, but are not sealed yet
 * @param log how much of the public log
 * @param unlogged ids of what is told with a file that the public log has not, or not as it is signed now
 * @param since the hour in which the first of these was told; the log is cut in a later one
 */
record Standing(
        long epoch,
        long number,
        String manifest,
        Instant made,
        long cursor,
        String day,
        boolean complete,
        Map<String, String> told,
        Set<String> waiting,
        Cutting.Told log,
        Set<String> unlogged,
        Instant since) {
    private static final String FORMAT = "sigill/standing/2";

    Standing {
        told = Map.copyOf(told);
        waiting = Set.copyOf(waiting);
        unlogged = Set.copyOf(unlogged);
    }

    /** Nothing is told, and everything is to be. @param number of the last bundle in the epoch; 0 if there is none */
    static Standing nothing(long epoch, long number) {
        return new Standing(
                epoch,
                number,
                "",
                Instant.EPOCH,
                0,
                "",
                false,
                Map.of(),
                Set.of(),
                Cutting.Told.NOTHING,
                Set.of(),
                Instant.EPOCH);
    }

    /** Empty if there is none that can be read: then everything is told anew. */
    static Optional<Standing> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Json.Obj json = JsonReader.parse(Files.readAllBytes(file)).asObject();
            if (!json.text("format").equals(FORMAT)) {
                return Optional.empty();
            }
            Map<String, String> told = json.object("told").members().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, e -> e.getValue().asText()));
            return Optional.of(new Standing(
                    json.integer("epoch"),
                    json.integer("number"),
                    json.text("manifest"),
                    Instant.parse(json.text("made")),
                    json.integer("cursor"),
                    json.text("day"),
                    json.bool("complete"),
                    told,
                    texts(json, "waiting"),
                    new Cutting.Told(json.integer("logSize"), json.text("logCheckpoint")),
                    texts(json, "unlogged"),
                    Instant.parse(json.text("since"))));
        } catch (JsonException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Set<String> texts(Json.Obj json, String name) {
        return json.array(name).stream().map(Json::asText).collect(Collectors.toSet());
    }

    /** Durable when it returns. */
    void write(Path file) throws IOException {
        SortedMap<String, String> sorted = new TreeMap<>(told);
        Json.Obj entries = Json.object();
        sorted.forEach(entries::with);
        Json.Obj json = Json.object()
                .with("format", FORMAT)
                .with("epoch", epoch)
                .with("number", number)
                .with("manifest", manifest)
                .with("made", made.toString())
                .with("cursor", cursor)
                .with("day", day)
                .with("complete", complete)
                .with("told", entries)
                .with("waiting", Json.texts(new TreeSet<>(waiting)))
                .with("logSize", log.size())
                .with("logCheckpoint", log.checkpoint())
                .with("unlogged", Json.texts(new TreeSet<>(unlogged)))
                .with("since", since.toString());
        Durable.replace(file, JsonWriter.bytes(json));
    }
}
