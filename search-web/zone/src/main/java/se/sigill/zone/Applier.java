package se.sigill.zone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.sigill.core.bundle.BundleReader;
import se.sigill.core.bundle.Manifest;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.bundle.ZoneHead;
import se.sigill.core.disk.Changes;
import se.sigill.core.disk.Durable;
import se.sigill.core.disk.Trees;
import se.sigill.core.fact.PublicEntry;
import se.sigill.core.fact.PublicRecord;
import se.sigill.core.finding.Finding;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.tlog.NoteKey;
import se.sigill.core.tlog.TlogFormatException;

/**
 * The one component outside that changes what anyone may see. Checks each bundle that was laid in {@code incoming/} and
 * applies it, or writes down why not in {@code refused/}; the zone then goes on with what it had. May be stopped at any
 * point: a bundle goes when the head has it, and until then it is applied again from its beginning. For one thread.
 */
public final class Applier {
    private static final System.Logger LOG = System.getLogger(Applier.class.getName());

    /** Refusals that are kept for a person to read. */
    private static final int REFUSED_MAX = 100;

    private final OutsideHome outside;
    private final Entries entries;
    private final PublicIndex index;
    private final Expunging expunging;
    private final PublicTree log;
    private final Clock clock;

    Applier(OutsideHome outside, Entries entries, PublicIndex index, Expunging expunging, PublicTree log, Clock clock) {
        this.outside = outside;
        this.entries = entries;
        this.index = index;
        this.expunging = expunging;
        this.log = log;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param applied the heads after each bundle, in order
     * @param refused why others were not
     */
    public record Done(List<ZoneHead> applied, List<Finding> refused) {
        public Done {
            applied = List.copyOf(applied);
            refused = List.copyOf(refused);
        }
    }

    /**
     * Applies what waits, in order. What it deletes from the index is expunged later, by {@link Expunging}.
     *
     * @throws IOException if the disk refuses: the bundle stays, and is tried again
     */
    public Done applyWaiting() throws IOException {
        List<ZoneHead> applied = new ArrayList<>();
        List<Finding> refused = new ArrayList<>();
        index.revive();
        for (Path bundle : Entries.waiting(outside.incoming())) {
            switch (BundleReader.read(bundle, ring(outside.ring()))) {
                case BundleReader.Read.Refused(Finding why) -> refused.add(refuse(bundle, why));
                case BundleReader.Read.Whole(Manifest manifest) -> {
                    Optional<Finding> why = manifest.against(head(), clock.instant());
                    if (why.isEmpty()) {
                        why = log.against(bundle, manifest, ring(outside.logRing()));
                    }
                    if (why.isPresent()) {
                        refused.add(refuse(bundle, why.get()));
                    } else {
                        applied.add(apply(bundle, manifest));
                    }
                }
            }
        }
        // Behind the heads: a withdrawal does not wait for the bytes of what nobody finds any more.
        entries.deleteGone();
        return new Done(applied, refused);
    }

    private ZoneHead apply(Path bundle, Manifest manifest) throws IOException {
        ZoneHead head = manifest.head();
        Files.createDirectories(outside.zone());
        try (Changes changes = Changes.before(outside.zone())) {
            if (manifest.begins()) {
                entries.removeAll(changes);
                index.clear();
            }
            // First what goes: whatever happens next, nobody finds it any more.
            for (String id : manifest.remove()) {
                entries.remove(id, changes);
            }
            for (PublicEntry entry : manifest.put()) {
                entries.write(entry, blobs(bundle, entry), changes);
            }
            log.write(bundle, manifest, changes);
            // Their bytes before their names.
            changes.force();
            for (PublicEntry entry : manifest.put()) {
                entries.show(entry.id(), changes);
            }
            changes.force();
        }
        log.show(bundle, manifest);
        index.delete(manifest.remove());
        index.put(manifest.put());
        if (!manifest.remove().isEmpty() || !manifest.put().isEmpty() || manifest.begins()) {
            // Durable before the head is: a power cut between must not leave the words of what was taken away.
            expunging.mark();
        }
        index.commit(head);
        Durable.replace(outside.head(), JsonWriter.bytes(head.toJson()));
        Trees.delete(bundle);
        LOG.log(
                System.Logger.Level.INFO,
                "bundle-applied epoch={0} number={1} put={2} removed={3}",
                Long.toString(manifest.epoch()),
                Long.toString(manifest.number()),
                Integer.toString(manifest.put().size()),
                Integer.toString(manifest.remove().size()));
        return head;
    }

    private static Map<String, Path> blobs(Path bundle, PublicEntry entry) {
        Map<String, Path> blobs = new HashMap<>();
        if (entry instanceof PublicRecord record) {
            record.blobs().forEach(sha256 -> blobs.put(sha256, BundleReader.file(bundle, sha256)));
        }
        return blobs;
    }

    private Optional<ZoneHead> head() throws IOException {
        try {
            return BundleReader.head(outside.head());
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    /** The keys that count now: a person may change them at any time. A line that is no key counts for nothing. */
    private static List<NoteKey> ring(Path file) throws IOException {
        List<NoteKey> keys = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                try {
                    if (!line.isBlank()) {
                        keys.add(NoteKey.parse(line.strip()));
                    }
                } catch (TlogFormatException e) {
                    LOG.log(System.Logger.Level.WARNING, "ring-line-unreadable file={0}", file);
                }
            }
        }
        return keys;
    }

    private Finding refuse(Path bundle, Finding why) throws IOException {
        LOG.log(System.Logger.Level.WARNING, "bundle-refused why={0}", why);
        Path refused = outside.root().resolve("refused");
        Files.createDirectories(refused);
        Json.Obj said = Json.object()
                .with("at", clock.instant().toString())
                .with("bundle", String.valueOf(bundle.getFileName()))
                .with("finding", why.toJson());
        Durable.replace(
                refused.resolve(clock.instant().toEpochMilli() + "-" + bundle.getFileName() + ".json"),
                JsonWriter.bytes(said));
        List<Path> all = Entries.waiting(refused);
        for (Path old : all.subList(0, Math.max(0, all.size() - REFUSED_MAX))) {
            Files.delete(old);
        }
        Trees.delete(bundle);
        return why;
    }
}
