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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.sigill.app.wiring.LogActs;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.ArchiveException;
import se.sigill.core.bundle.BundleReader;
import se.sigill.core.bundle.Manifest;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.bundle.ZoneHead;
import se.sigill.core.disk.Durable;
import se.sigill.core.disk.Trees;
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

    /** A round that takes what it takes. */
    private static final Duration WHOLE = Duration.ofDays(365);

    /** Bundles that the zone may have before it when more is told: what is closed then comes soon after them. */
    private static final long AHEAD_MAX = 2;

    private static final Pattern BUNDLE = Pattern.compile("[0-9]{10}-[0-9]{10}");

    private final OpenArchive archive;
    private final Door door;
    private final Path folder;
    private final FirstPages pages;
    private final Cutting cutting;
    private final Illustrating illustrating;
    /** What stands, once a round has ended well: nobody else writes it while this process has the archive. */
    private @Nullable Ledger known;
    /** What that round has left to be looked at. */
    private @Nullable Agenda left;
    /** What it has found of what is to be cut into the public log. */
    private @Nullable Gathering gathered;

    private boolean begun;
    /** Whether the door has refused something in this round. */
    private boolean stuck;
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
     * @param more whether its time was over before everything was looked at
     * @param owing whether among that may be what rules have closed
     */
    public record Round(
            int bundles,
            int put,
            int removed,
            int waiting,
            List<String> unfit,
            long upTo,
            boolean more,
            boolean owing) {
        /** This one and the one after it. */
        Round and(Round next) {
            return new Round(
                    bundles + next.bundles,
                    put + next.put,
                    removed + next.removed,
                    next.waiting,
                    Stream.concat(unfit.stream(), next.unfit.stream())
                            .distinct()
                            .toList(),
                    next.upTo,
                    next.more,
                    next.owing);
        }
    }

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

    /** What a round tells, besides what acts have closed, and what rules have closed. */
    enum Rest {
        /** All. */
        ALL,
        /** As much as the zone takes in meanwhile. */
        IN_STEP,
        /** Nothing where earlier rounds have left something: somebody waits for what is closed. */
        NONE_OF_MUCH
    }

    /** A whole round. @throws ArchiveException.StorageFailed if the disk or the door refuses; the next one goes on */
    public Round round() {
        Round all = round(List.of(), WHOLE);
        while (all.more()) {
            all = all.and(round(List.of(), WHOLE));
        }
        return all;
    }

    /** One round that tells the rest as well. */
    Round round(Collection<RecordId> again, Duration atMost) {
        return round(again, atMost, Rest.ALL);
    }

    /**
     * One round. What acts have closed of what is outside comes first, whatever else there is, and without an end; the
     * rest when the time is over in the next round.
     *
     * @param again what is looked at besides: of these there is something new that no act tells of
     */
    Round round(Collection<RecordId> again, Duration atMost, Rest rest) {
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
            Round round = tell(ledger, again, System.nanoTime() + atMost.toNanos(), rest);
            push();
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
            boolean applied = isApplied(number);
            if (applied || Instant.now().isAfter(end)) {
                return applied;
            }
            Thread.sleep(20);
        }
    }

    /** Whether the zone has applied a bundle of this epoch. */
    boolean isApplied(long number) throws IOException {
        return door.head()
                .filter(head -> head.epoch() == epoch() && head.number() >= number)
                .isPresent();
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
    private void push() throws IOException {
        long at = door.head()
                .filter(head -> head.epoch() == epoch())
                .map(ZoneHead::number)
                .orElse(0L);
        for (Path bundle : bundles()) {
            if (bundle.getFileName().toString().compareTo(OutsideHome.name(epoch(), at)) <= 0) {
                Trees.delete(bundle);
            } else {
                door.push(bundle);
            }
        }
    }

    /** A bundle that stands is brought at once. Where that cannot be done, the end of the round says why. */
    private void pushSoon(Path bundle) {
        try {
            if (!stuck) {
                door.push(bundle);
            }
        } catch (IOException e) {
            stuck = true;
        }
    }

    private Round tell(Ledger ledger, Collection<RecordId> again, long deadline, Rest rest) throws IOException {
        stuck = false;
        Standing before = ledger.standing();
        long end = archive.archive().log().head().size();
        String day = archive.today().toString();
        Agenda agenda = left == null || ledger != known ? new Agenda(before.cursor(), before.day()) : left;
        boolean silent = before.made().plus(HEARTBEAT).isBefore(archive.clock().instant());
        boolean unmoved = agenda.cursor() == end && agenda.day().equals(day) && again.isEmpty();
        boolean nothing = unmoved
                && agenda.isEmpty()
                && ledger.waiting().isEmpty()
                && !isCutDue(ledger)
                && !cutting.isAhead(before.log());
        if (nothing && before.complete() && !silent) {
            known = ledger;
            return new Round(0, 0, 0, 0, List.of(), before.number(), false, false);
        }
        boolean much = !agenda.isEmpty() || (ledger == known && gathered != null);
        if (unmoved && ledger == known && !silent && !tellsRest(rest, agenda, ledger, much)) {
            return new Round(0, 0, 0, ledger.waiting().size(), List.of(), before.number(), true, false);
        }
        Gathering gathering = ledger == known ? gathered : null;
        known = null;
        left = null;
        gathered = null;
        NoteSigner signer = new NoteSigner(
                key(), archive.archive().keys().pair(KeyName.BUNDLE).getPrivate());
        PublicFacts facts = new PublicFacts(archive, pages, cutting);
        Instant since =
                ledger.unlogged().isEmpty() ? Cutting.hour(archive.clock().instant()) : before.since();
        agenda.add(again);
        if (facts.sealed() != sealedThen) {
            // Before that they waited for being sealed, and looking at each would have found it as it was.
            agenda.add(ledger.waiting().stream().map(RecordId::new).toList());
        }
        try (BundleLine line =
                new BundleLine(folder, origin(), signer, archive.clock(), cutting, ledger, since, this::pushSoon)) {
            Telling telling = new Telling(archive.catalogue(), facts, ledger, line, agenda);
            telling.these(found(agenda, end, day, ledger));
            boolean rests = tellsRest(rest, agenda, ledger, much);
            if (!rests) {
                gathered = gathering;
            }
            boolean cut = rests ? cut(gathering, agenda, ledger, facts, line, deadline) : !isCutDue(ledger);
            boolean told =
                    rests ? telling.work(deadline, () -> tellsRest(rest, agenda, ledger, much)) : agenda.isEmpty();
            boolean all = told && cut;
            if (all) {
                line.finish(end, day, silent && line.bundles() == 0);
            } else {
                line.pause();
            }
            known = ledger;
            left = agenda;
            // After a round that failed they are looked at again.
            sealedThen = facts.sealed();
            illustrating.add(telling.bare());
            return new Round(
                    line.bundles(),
                    line.puts(),
                    line.removes(),
                    ledger.waiting().size(),
                    telling.unfit(),
                    ledger.standing().number(),
                    !all,
                    agenda.owes());
        }
    }

    /** @param much whether earlier rounds have left something */
    private boolean tellsRest(Rest rest, Agenda agenda, Ledger ledger, boolean much) throws IOException {
        return rest == Rest.ALL
                || agenda.owes()
                || (!(much && rest == Rest.NONE_OF_MUCH)
                        && !isFarAhead(ledger.standing().number()));
    }

    private boolean isFarAhead(long number) throws IOException {
        long at = door.head()
                .filter(head -> head.epoch() == epoch())
                .map(ZoneHead::number)
                .orElse(0L);
        return number - at > AHEAD_MAX;
    }

    /** Puts on the agenda what acts and days have touched. @return what does not wait: of this something is outside */
    private List<RecordId> found(Agenda agenda, long end, String day, Ledger ledger) {
        Set<RecordId> touched = new LinkedHashSet<>();
        boolean begins = agenda.cursor() == 0;
        boolean rules = !begins && touch(agenda.cursor(), end, touched);
        if (begins || rules || !agenda.day().equals(day)) {
            agenda.sweep(rules, ledger.told());
        }
        agenda.at(end, day);
        List<RecordId> outside = touched.stream()
                .filter(id -> !ledger.told(id.value()).isEmpty())
                .toList();
        outside.forEach(touched::remove);
        agenda.add(touched);
        return outside;
    }

    /** What was told in an earlier hour and is not in the public log is cut into it now. */
    private boolean isCutDue(Ledger ledger) {
        return !ledger.unlogged().isEmpty()
                && ledger.standing()
                        .since()
                        .isBefore(Cutting.hour(archive.clock().instant()));
    }

    /**
     * Cuts what is due into the public log, once all of it is found; the records are told again then, with the proof.
     *
     * @param before what an earlier round has found
     * @return false if the next round goes on with it
     */
    private boolean cut(
            @Nullable Gathering before, Agenda agenda, Ledger ledger, PublicFacts facts, BundleLine line, long deadline)
            throws IOException {
        if (!isCutDue(ledger)) {
            return true;
        }
        if (agenda.sweep().isPresent()) {
            // What rules and days have closed is found by the way through all; the cut comes after it.
            return false;
        }
        Gathering due = before == null
                ? new Gathering(ledger.unlogged().stream().map(RecordId::new).toList())
                : before;
        long now = System.nanoTime();
        // Half of the time: what is new does not wait for the log either.
        if (!due.go(facts, cutting::has, now + (deadline - now) / 2)) {
            gathered = due;
            return false;
        }
        Set<RecordId> told = due.of(ledger.unlogged());
        cutting.cut(due.missing(told), ledger.standing().log());
        agenda.addAnew(told);
        facts.logWasCut();
        line.waitsSince(Cutting.hour(archive.clock().instant()));
        return true;
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
}
