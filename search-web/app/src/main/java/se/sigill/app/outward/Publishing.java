package se.sigill.app.outward;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.sigill.app.wiring.LogActs;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.ArchiveException;
import se.sigill.core.bundle.BundleReader;
import se.sigill.core.bundle.Manifest;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.bundle.ZoneHead;
import se.sigill.core.catalogue.Catalogue;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.disk.Durable;
import se.sigill.core.disk.Trees;
import se.sigill.core.fact.Notice;
import se.sigill.core.keys.KeyName;
import se.sigill.core.log.Act;
import se.sigill.core.project.IndexedAct;
import se.sigill.core.record.RecordId;
import se.sigill.core.tlog.NoteKey;
import se.sigill.core.tlog.NoteSigner;

/**
 * Tells the open zone what has changed since it was told last. A round reads what was decided and sealed meanwhile and
 * makes bundles of it; where nothing public has changed it makes none, but keeps the zone fresh. May be stopped at any
 * point: the next round goes on from what is standing, or begins anew where that and the zone do not agree.
 */
public final class Publishing {
    /** After so long a silence the zone is told that all is as it was. */
    private static final Duration HEARTBEAT = Duration.ofHours(6);

    private static final Pattern BUNDLE = Pattern.compile("[0-9]{10}-[0-9]{10}");

    private final OpenArchive archive;
    private final Door door;
    private final Path folder;
    private final FirstPages pages;
    private final Cutting cutting;
    private final Illustrating illustrating;
    /** What stands, once a round has ended well: nobody else writes it while this process has the archive. */
    private @Nullable Ledger known;

    private boolean begun;
    /** How many periods were sealed when what waits was last looked at; -1 if this process has not looked yet. */
    private int sealedThen = -1;

    public Publishing(OpenArchive archive, Door door) {
        this.archive = archive;
        this.door = door;
        this.folder = archive.home().outward();
        this.pages = new FirstPages(
                archive.home().work().resolve("cache").resolve("first-pages"),
                archive.archive().store());
        this.cutting = new Cutting(archive);
        this.illustrating = new Illustrating(archive, pages, cutting);
    }

    /** Images of what is shown, which come later than the rest. */
    Illustrating illustrating() {
        return illustrating;
    }

    /**
     * What a round told.
     *
     * @param bundles how many were made
     * @param put entries in them
     * @param removed ids in them
     * @param waiting records that go out once they are sealed
     * @param unfit ids of records that would go out, and whose content is not as it was sealed
     * @param upTo number of the newest bundle in this epoch; 0 if there is none
     */
    public record Round(int bundles, int put, int removed, int waiting, List<String> unfit, long upTo) {}

    /** The key by which the zone knows bundles of this archive. */
    public NoteKey key() {
        return NoteKey.of(
                origin() + "/bundle",
                archive.archive().keys().pair(KeyName.BUNDLE).getPublic());
    }

    /** The key by which the zone knows the public log of this archive. */
    public NoteKey logKey() {
        return cutting.key();
    }

    /** One round. @throws ArchiveException.StorageFailed if the disk or the door refuses; the next round goes on */
    public Round round() {
        return round(List.of());
    }

    /** One round. @param again what is looked at besides: of these there is something new that no act tells of */
    Round round(Collection<RecordId> again) {
        archive.catchUp();
        try {
            Durable.createDirectories(folder);
            Optional<ZoneHead> head = door.head().filter(h -> h.epoch() == epoch());
            Ledger ledger = before(head);
            if (!begun) {
                // What an earlier process has told of may have no image yet.
                illustrating.add(ledger.told().stream().map(RecordId::new).toList());
                begun = true;
            }
            Round round = tell(ledger, again);
            push(head);
            return round;
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(
                    "the open zone could not be told; its home must be there and writable: " + e.getMessage(), e);
        }
    }

    /**
     * Waits until the zone has applied a bundle of this epoch.
     *
     * @return false if it has not within the time: what was removed may still be visible there
     */
    public boolean awaitApplied(long number, Duration atMost) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(atMost);
        while (true) {
            boolean applied = door.head()
                    .filter(head -> head.epoch() == epoch() && head.number() >= number)
                    .isPresent();
            if (applied || Instant.now().isAfter(end)) {
                return applied;
            }
            Thread.sleep(20);
        }
    }

    private String origin() {
        return archive.archive().log().head().archive();
    }

    private long epoch() {
        return archive.archive().log().head().epoch();
    }

    /** Where to go on from: what stands, if the zone has it or will have it; else nothing, and all is told anew. */
    private Ledger before(Optional<ZoneHead> head) throws IOException {
        Ledger ended = known;
        Optional<Ledger> ledger = (ended == null ? Ledger.read(folder) : Optional.of(ended))
                .filter(one -> one.standing().epoch() == epoch());
        long last = ledger.map(one -> one.standing().number()).orElse(0L);
        for (Path bundle : bundles()) {
            // A stop came between the bundle and what was to stand after it: it is made again.
            if (bundle.getFileName().toString().compareTo(OutsideHome.name(epoch(), last)) > 0) {
                Trees.delete(bundle);
            }
        }
        if (ledger.isPresent() && agrees(ledger.get().standing(), head)) {
            return ledger.get();
        }
        for (Path bundle : bundles()) {
            Trees.delete(bundle);
        }
        long number = Math.max(last, head.map(ZoneHead::number).orElse(0L));
        return Ledger.empty(folder, Standing.nothing(epoch(), number));
    }

    /** Whether the zone stands where this does, or will once it has applied what waits here. */
    private boolean agrees(Standing standing, Optional<ZoneHead> head) throws IOException {
        long at = head.map(ZoneHead::number).orElse(0L);
        if (at == standing.number()) {
            return head.get().manifest().equals(standing.manifest());
        }
        List<Manifest> waiting = new ArrayList<>();
        for (Path bundle : bundles()) {
            BundleReader.ownManifest(bundle).ifPresent(waiting::add);
        }
        if (at > standing.number() || waiting.isEmpty()) {
            return false;
        }
        Manifest first = waiting.getFirst();
        Manifest last = waiting.getLast();
        boolean unbroken = last.number() - first.number() == waiting.size() - 1
                && last.digest().equals(standing.manifest());
        return unbroken
                && !first.freshUntil().isBefore(archive.clock().instant())
                && (first.begins() || at >= first.number() - 1);
    }

    /** Bundles that wait here, as they follow. */
    private List<Path> bundles() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path ->
                            BUNDLE.matcher(path.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    /** Brings the zone what waits, and forgets what it has applied. */
    private void push(Optional<ZoneHead> head) throws IOException {
        long at = head.map(ZoneHead::number).orElse(0L);
        for (Path bundle : bundles()) {
            if (bundle.getFileName().toString().compareTo(OutsideHome.name(epoch(), at)) > 0) {
                door.push(bundle);
            } else {
                Trees.delete(bundle);
            }
        }
    }

    private Round tell(Ledger ledger, Collection<RecordId> again) throws IOException {
        Standing before = ledger.standing();
        long end = archive.archive().log().head().size();
        String day = archive.today().toString();
        boolean silent = before.made().plus(HEARTBEAT).isBefore(archive.clock().instant());
        boolean nothing = before.cursor() == end
                && before.day().equals(day)
                && ledger.waiting().isEmpty()
                && again.isEmpty()
                && !isCutDue(ledger)
                && !cutting.isAhead(before.log());
        if (nothing && before.complete() && !silent) {
            known = ledger;
            return new Round(0, 0, 0, 0, List.of(), before.number());
        }
        known = null;
        NoteSigner signer = new NoteSigner(
                key(), archive.archive().keys().pair(KeyName.BUNDLE).getPrivate());
        PublicFacts facts = new PublicFacts(archive, pages, cutting);
        Set<RecordId> cut = cut(ledger, facts);
        boolean fresh = ledger.unlogged().isEmpty() || isCutDue(ledger);
        Instant since = fresh ? Cutting.hour(archive.clock().instant()) : before.since();
        BundleLine line = new BundleLine(folder, origin(), signer, archive.clock(), cutting, ledger, since);
        Telling telling = new Telling(facts, ledger, line, cut);
        Set<RecordId> touched = new LinkedHashSet<>(again);
        touched.addAll(cut);
        int sealed = facts.sealed();
        boolean due = sealed != sealedThen;
        if (due) {
            ledger.waiting().forEach(id -> touched.add(new RecordId(id)));
        }
        boolean all = before.cursor() == 0 || !before.day().equals(day) || touch(before.cursor(), end, touched);
        if (all) {
            tellAll(telling);
        } else {
            if (!due) {
                // They wait for being sealed, and nothing was: looking at each again would find it as it was.
                telling.waiting.addAll(ledger.waiting());
                touched.forEach(id -> telling.waiting.remove(id.value()));
            }
            tellOf(List.copyOf(touched), telling);
        }
        sealedThen = sealed;
        line.finish(end, day, telling.waiting, silent && line.bundles() == 0);
        known = ledger;
        illustrating.add(telling.bare);
        return new Round(
                line.bundles(),
                line.puts(),
                line.removes(),
                telling.waiting.size(),
                List.copyOf(telling.unfit),
                ledger.standing().number());
    }

    /** What was told in an earlier hour and is not in the public log is cut into it now. */
    private boolean isCutDue(Ledger ledger) {
        return !ledger.unlogged().isEmpty()
                && ledger.standing()
                        .since()
                        .isBefore(Cutting.hour(archive.clock().instant()));
    }

    /** @return the records whose files have come into the log: they are told again, with the proof of it */
    private Set<RecordId> cut(Ledger ledger, PublicFacts facts) throws IOException {
        if (!isCutDue(ledger)) {
            return Set.of();
        }
        Set<RecordId> due = ledger.unlogged().stream().map(RecordId::new).collect(Collectors.toSet());
        cutting.cut(due, facts, ledger.standing().log());
        return due;
    }

    /** The records that acts speak of. @return whether one of them changes the rules, and every record is concerned */
    private boolean touch(long from, long end, Set<RecordId> touched) {
        boolean rules = false;
        for (IndexedAct act : new LogActs(archive.archive().log().reader()).read(from, end)) {
            switch (act.act()) {
                case Act.OfRecord of -> touched.add(of.record());
                case Act.Adopted _, Act.Restored _, Act.RestoreAccepted _ -> rules = true;
                default -> {}
            }
        }
        return rules;
    }

    private void tellAll(Telling telling) throws IOException {
        Set<String> gone = new TreeSet<>(telling.ledger.told());
        List<CatalogueRecord> page = archive.catalogue().page("", Catalogue.PAGE_MAX);
        while (!page.isEmpty()) {
            for (CatalogueRecord entry : page) {
                gone.remove(entry.id().value());
                telling.of(entry);
            }
            page = archive.catalogue().page(page.getLast().id().value(), Catalogue.PAGE_MAX);
        }
        for (String id : gone) {
            telling.line.remove(id);
        }
    }

    private void tellOf(List<RecordId> ids, Telling telling) throws IOException {
        for (int from = 0; from < ids.size(); from += Catalogue.PAGE_MAX) {
            List<RecordId> some = ids.subList(from, Math.min(from + Catalogue.PAGE_MAX, ids.size()));
            Set<RecordId> gone = new LinkedHashSet<>(some);
            for (CatalogueRecord entry : archive.catalogue().findAll(some)) {
                gone.remove(entry.id());
                telling.of(entry);
            }
            for (RecordId id : gone) {
                telling.gone(id.value());
            }
        }
    }

    /** Compares what is to be told of a record with what was told. */
    private record Telling(
            PublicFacts facts,
            Ledger ledger,
            BundleLine line,
            Set<RecordId> cut,
            Set<String> waiting,
            List<String> unfit,
            List<RecordId> bare) {
        Telling(PublicFacts facts, Ledger ledger, BundleLine line, Set<RecordId> cut) {
            this(facts, ledger, line, cut, new TreeSet<>(), new ArrayList<>(), new ArrayList<>());
        }

        void of(CatalogueRecord entry) throws IOException {
            String id = entry.id().value();
            PublicFacts.Wanted wanted = facts.wanted(entry);
            if (wanted instanceof PublicFacts.Wanted.Waiting) {
                waiting.add(id);
                return;
            }
            if (wanted instanceof PublicFacts.Wanted.Shown shown && shown.firstPage() instanceof FirstPages.Known.Due) {
                bare.add(entry.id());
            }
            boolean same = wanted.fingerprint().equals(ledger.told(id));
            if (same && !cut.contains(entry.id())) {
                return;
            }
            switch (wanted) {
                case PublicFacts.Wanted.Nothing _, PublicFacts.Wanted.Waiting _ -> gone(id);
                case PublicFacts.Wanted.Told(Notice notice) ->
                    line.put(id, wanted.fingerprint(), _ -> Optional.of(new BundleLine.Made(notice, true)));
                case PublicFacts.Wanted.Shown shown -> {
                    if (!line.put(id, shown.fingerprint(), bundle -> facts.entry(shown, bundle))) {
                        unfit.add(id);
                    }
                }
            }
        }

        void gone(String id) throws IOException {
            if (!ledger.told(id).isEmpty()) {
                line.remove(id);
            }
        }
    }
}
