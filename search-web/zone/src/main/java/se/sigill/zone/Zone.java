package se.sigill.zone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;
import se.sigill.core.bundle.BundleReader;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.bundle.ZoneHead;
import se.sigill.core.fact.Notice;
import se.sigill.core.fact.PublicEntry;
import se.sigill.core.fact.PublicFile;
import se.sigill.core.fact.PublicRecord;
import se.sigill.core.json.JsonException;
import se.sigill.core.text.ExtractedText;
import se.sigill.core.tlog.Tile;
import se.sigill.search.SearchReader;
import se.sigill.search.SearchRequest;

/**
 * What anyone may see, as it is now. Safe for any number of threads. The process that opens it is the one that applies
 * bundles to it, by {@link #applier}.
 */
public final class Zone implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Zone.class.getName());

    private final OutsideHome outside;
    private final Clock clock;
    private final Entries entries;
    private final PublicIndex index;
    private final Expunging expunging;
    private final PublicTree log;

    private Zone(OutsideHome outside, Clock clock, Entries entries, PublicIndex index) {
        this.outside = outside;
        this.clock = clock;
        this.entries = entries;
        this.index = index;
        this.expunging = new Expunging(outside.zone().resolve("expunge"), index, clock);
        this.log = new PublicTree(outside.log());
    }

    /**
     * Opens the zone, and makes its index anew if that is lost or behind.
     *
     * @param budget how long a search may take before it ends with what it has
     * @throws ArchiveException.Locked if another process has it
     */
    public static Zone open(OutsideHome outside, Clock clock, Duration budget) {
        try {
            Files.createDirectories(outside.zone());
            Entries entries = new Entries(outside.zone());
            PublicIndex index = PublicIndex.open(outside.zone().resolve("index"), entries, budget);
            Zone zone = new Zone(outside, clock, entries, index);
            Optional<ZoneHead> head = zone.head();
            if (head.isPresent()) {
                index.bringTo(head.get());
            }
            return zone;
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("the open zone in " + outside.root() + " cannot be opened", e);
        }
    }

    /** Takes in what the inside sends. One thread at a time. */
    public Applier applier() {
        return new Applier(outside, entries, index, expunging, log, clock);
    }

    /** Takes the words of what was taken away out of the index, behind the applier. Any thread. */
    public Expunging expunging() {
        return expunging;
    }

    /** How far the zone has come; empty if nothing was ever published. One that is damaged counts as none. */
    public Optional<ZoneHead> head() throws IOException {
        try {
            return BundleReader.head(outside.head());
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    /** Whether the zone has everything, and the inside has said so lately. */
    public boolean isFresh() throws IOException {
        return head().filter(head -> head.complete() && head.freshUntil().isAfter(clock.instant()))
                .isPresent();
    }

    /** What there is of an id; empty if nothing is, and nobody can tell why. */
    public Optional<PublicEntry> find(String id) {
        return entries.find(id);
    }

    /**
     * What has this diary number, or belongs to the case of this number; newest first, as many as a search gives.
     *
     * @param number in any case of letters, with blanks around it
     */
    public List<PublicEntry> numbered(String number) {
        String wanted = number.strip();
        if (wanted.isEmpty()) {
            return List.of();
        }
        return search()
                .search(new SearchRequest(
                        "\"" + wanted.replace('"', ' ') + "\"",
                        List.of(),
                        labels(),
                        SearchRequest.Order.NEWEST,
                        SearchRequest.SIZE_MAX,
                        Optional.empty()))
                .hits()
                .stream()
                .flatMap(hit -> find(hit.id()).stream())
                .filter(entry -> isOf(entry, wanted))
                .toList();
    }

    private static boolean isOf(PublicEntry entry, String number) {
        return switch (entry) {
            case PublicRecord r ->
                r.caseNumber().equalsIgnoreCase(number) || r.diaryNumber().equalsIgnoreCase(number);
            case Notice n -> n.diaryNumber().equalsIgnoreCase(number);
        };
    }

    /** The records whose ids end with these two characters of the alphabet of ids, by id. */
    public List<PublicRecord> endingWith(String end) {
        try {
            return entries.shelved(end).stream()
                    .flatMap(entry -> entry instanceof PublicRecord record ? Stream.of(record) : Stream.empty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the entries cannot be listed", e);
        }
    }

    /** The bytes of a file of a record. */
    public Path file(PublicRecord record, PublicFile file) {
        return entries.blob(record.id(), file.sha256());
    }

    /** The image of the first page; empty if there is none. */
    public Optional<Path> image(PublicRecord record) {
        return Optional.of(record.image()).filter(name -> !name.isEmpty()).map(name -> entries.blob(record.id(), name));
    }

    /** The stored proof of a file of a record, {@code sigill/file-proof/1}. */
    public Path proof(PublicRecord record, PublicFile file) {
        return entries.blob(record.id(), file.proof());
    }

    /** The text of a record by part and page; empty if none could be read. */
    public ExtractedText text(PublicRecord record) {
        return index.text(record);
    }

    /** The signed checkpoint of the public log; empty if nothing was ever cut. */
    public Optional<byte[]> logCheckpoint() throws IOException {
        return log.checkpoint();
    }

    /** A tile of the public log; empty if its tree has none there. */
    public Optional<byte[]> logTile(Tile tile) throws IOException {
        return log.tile(tile);
    }

    /** Finds, counts and suggests from the public index alone; asked with {@link #labels}. Not to be closed. */
    public SearchReader search() {
        return index.reader();
    }

    /** What a search here is asked with. */
    public static Set<String> labels() {
        return PublicIndex.LABELS;
    }

    /** Leaves no byte of what was taken away; where the disk refuses that, it is done when the zone is opened again. */
    @Override
    public void close() {
        try {
            expunging.atOnce();
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "expunging-put-off why={0}", String.valueOf(e.getMessage()));
        } finally {
            index.close();
        }
    }
}
