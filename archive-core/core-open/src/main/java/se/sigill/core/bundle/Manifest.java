package se.sigill.core.bundle;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import se.sigill.core.fact.PublicEntry;
import se.sigill.core.finding.Finding;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.proof.Sha;

/**
 * What one bundle says: the step from one public state to the next.
 *
 * @param origin of the archive's log
 * @param epoch of the archive's log; grows with every restore that lost something
 * @param number of the bundle in its epoch, from 1. Moves only when something public does, or to keep the zone fresh
 * @param previous SHA-256 of the manifest before, hexadecimal; empty if this one begins
 * @param begins whether the zone is to forget everything first
 * @param complete false if more bundles follow at once, and only with them the zone is whole
 * @param put entries that are new or different
 * @param remove ids of which nothing is to be left outside
 * @param log what it brings of the public log
 * @param files digest to size in bytes of each file that lies in the bundle
 */
public record Manifest(
        String origin,
        long epoch,
        long number,
        String previous,
        Instant made,
        Instant freshUntil,
        boolean begins,
        boolean complete,
        List<PublicEntry> put,
        List<String> remove,
        LogGrowth log,
        SortedMap<String, Long> files) {
    static final String FORMAT = "sigill/public-bundle/1";

    /** @throws IllegalArgumentException if numbers are below 1, or a beginning has something before it */
    public Manifest {
        put = List.copyOf(put);
        remove = List.copyOf(remove);
        files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
        if (epoch < 1 || number < 1 || begins != previous.isEmpty()) {
            throw new IllegalArgumentException("a bundle is numbered from 1, and one that begins has none before it");
        }
        remove.forEach(PublicEntry::requireId);
    }

    /** Why this bundle may not follow a zone that stands at {@code head}; empty if it may. */
    public Optional<Finding> against(Optional<ZoneHead> head, Instant now) {
        if (freshUntil.isBefore(now)) {
            return refused(BundleFinding.STALE, "it was fresh until " + freshUntil);
        }
        if (head.isEmpty()) {
            return begins ? Optional.empty() : refused(BundleFinding.GAP, "nothing was applied before it");
        }
        ZoneHead at = head.get();
        if (!origin.equals(at.origin())) {
            return refused(BundleFinding.ORIGIN, "it is of " + origin + ", and here is " + at.origin());
        }
        if (epoch < at.epoch()) {
            return refused(BundleFinding.OLD_EPOCH, "it is of epoch " + epoch + ", and here is " + at.epoch());
        }
        if (epoch == at.epoch() && number <= at.number()) {
            return refused(BundleFinding.REPLAY, "it has number " + number + ", and " + at.number() + " was applied");
        }
        if (begins) {
            return Optional.empty();
        }
        if (epoch > at.epoch() || number > at.number() + 1) {
            return refused(BundleFinding.GAP, "it has number " + number + ", and " + at.number() + " was applied");
        }
        return previous.equals(at.manifest())
                ? Optional.empty()
                : refused(BundleFinding.OTHER_PAST, "the bundle before it is another one than was applied here");
    }

    private Optional<Finding> refused(BundleFinding code, String message) {
        return Optional.of(Finding.of(code, "bundle " + epoch + "/" + number, message));
    }

    /** Where the zone stands once this is applied. */
    public ZoneHead head() {
        return new ZoneHead(origin, epoch, number, digest(), freshUntil, complete);
    }

    /** SHA-256 of {@link #bytes}, hexadecimal. */
    public String digest() {
        return HexFormat.of().formatHex(Sha.sha256(bytes()));
    }

    /** What the key signs. It ends with a line feed. */
    public String statement() {
        return FORMAT + "\n" + origin + "\n" + epoch + " " + number + "\nsha256 " + digest() + "\n";
    }

    /** The bytes of {@code manifest.json}: the same manifest, the same bytes. */
    public byte[] bytes() {
        Json.Obj files = Json.object();
        this.files.forEach(files::with);
        Json.Obj json = Json.object()
                .with("format", FORMAT)
                .with("origin", origin)
                .with("epoch", epoch)
                .with("number", number)
                .with("previous", previous)
                .with("made", made.toString())
                .with("freshUntil", freshUntil.toString())
                .with("begins", begins)
                .with("complete", complete)
                .with("put", Json.array(put.stream().map(PublicEntry::toJson).toList()))
                .with("remove", Json.texts(remove));
        if (!log.isNone()) {
            json = json.with("log", log.toJson());
        }
        return JsonWriter.bytes(json.with("files", files));
    }

    /** @throws JsonException if the bytes are no manifest of this form */
    static Manifest read(byte[] bytes) {
        Json.Obj json = JsonReader.parse(bytes).asObject();
        if (!json.text("format").equals(FORMAT)) {
            throw new JsonException("the format is not " + FORMAT);
        }
        SortedMap<String, Long> files = new TreeMap<>();
        for (Map.Entry<String, Json> file : json.object("files").members().entrySet()) {
            files.put(file.getKey(), json.object("files").integer(file.getKey()));
        }
        try {
            return new Manifest(
                    json.text("origin"),
                    json.integer("epoch"),
                    json.integer("number"),
                    json.text("previous"),
                    Instant.parse(json.text("made")),
                    Instant.parse(json.text("freshUntil")),
                    json.bool("begins"),
                    json.bool("complete"),
                    json.array("put").stream()
                            .map(entry -> PublicEntry.fromJson(entry.asObject()))
                            .toList(),
                    json.array("remove").stream().map(Json::asText).toList(),
                    json.has("log") ? LogGrowth.fromJson(json.object("log")) : LogGrowth.NONE,
                    files);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new JsonException("no manifest: " + e.getMessage(), e);
        }
    }
}
