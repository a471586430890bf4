package se.sigill.app.request;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.User;
import se.sigill.core.ArchiveException;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.disk.Durable;
import se.sigill.core.inbox.AskedLetter;
import se.sigill.core.inbox.BoxKey;
import se.sigill.core.inbox.Inbox;
import se.sigill.core.inbox.InboxKey;
import se.sigill.core.keys.KeyName;
import se.sigill.core.log.RequestAct;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Request;
import se.sigill.core.store.Digests;

/**
 * Fetches what was asked outside: each letter is put away there once what it says is committed here, and kept for a
 * while. May be stopped at any point: a letter that is read again is the same letter. The first round of a process
 * reads also what was put away: an archive that was restored from a backup learns what it had been told since. One
 * round at a time.
 */
public final class InboxRound {
    private static final System.Logger LOG = System.getLogger(InboxRound.class.getName());

    /** After a rotation, or where the outside was lost, letters wait that long at most. */
    private static final Duration INTRODUCE_EVERY = Duration.ofMinutes(1);
    /** What could not be laid is tried again so often. */
    private static final Duration MEND_EVERY = Duration.ofSeconds(10);
    /** Longer than from one backup to the next, and shorter than the rule of purging waits. */
    private static final Duration KEEP = Duration.ofDays(14);

    private static final Duration YEAR = Duration.ofDays(366);
    private static final Duration SWEEP_EVERY = Duration.ofHours(1);
    private static final int KEPT_MAX = 5_000;

    private static final Duration CARE_EVERY = Duration.ofDays(1);

    private final OpenArchive archive;
    private final OutsideHome outside;
    private final Inbox inbox;
    private final Inbox kept;
    private final Registering registering;
    private final Posting posting;
    /** Requests by the name of their box; those that are open, and whoever was looked for since. */
    private final Map<String, RecordId> boxes = new HashMap<>();

    private boolean begun;
    private Instant introduced = Instant.EPOCH;
    private Instant mended = Instant.EPOCH;
    private Instant swept = Instant.EPOCH;
    private Instant cared = Instant.EPOCH;

    /** @param archive as the job of the server that fetches */
    public InboxRound(OpenArchive archive, OutsideHome outside) {
        this.archive = archive;
        this.outside = outside;
        this.inbox = new Inbox(outside.inbox(), archive.archive().surroundings().random());
        this.kept = new Inbox(
                outside.keptLetters(), archive.archive().surroundings().random(), new Inbox.Limits(KEPT_MAX, 0));
        this.registering = new Registering(archive);
        this.posting = new Posting(archive, outside);
    }

    /** The one of this archive and the outside that its configuration names, by a job of the server. */
    public static InboxRound of(OpenArchive archive) {
        return archive.kept(
                InboxRound.class,
                one -> new InboxRound(
                        one.as(new User.OfServer("inbox")),
                        new OutsideHome(one.config().servers().outside())));
    }

    /**
     * What came of a round.
     *
     * @param registered requests that came
     * @param replies words of requesters that came
     * @param aside letters that nobody can read or that are nobody's: they lie in {@code work/undone/inbox/}
     */
    public record Done(List<RecordId> registered, int replies, int aside) {}

    /**
     * Fetches everything that waits. @throws ArchiveException.StorageFailed if the disk refuses; the next round goes
     * on
     */
    public synchronized Done run() {
        try {
            care();
            introduce();
            List<RecordId> registered = new ArrayList<>();
            LetterKeys keys = keys();
            int replies = begun ? 0 : takeAgain(keys, registered);
            int aside = 0;
            for (String name : inbox.waiting()) {
                Optional<byte[]> letter = inbox.read(name);
                if (letter.isEmpty()) {
                    continue;
                }
                switch (keys.open(letter.get()).orElse(null)) {
                    case AskedLetter.Ask ask -> registered.add(register(ask));
                    case AskedLetter.Reply reply when take(reply) != Taken.NOBODYS -> replies++;
                    case AskedLetter.Reply _ -> {
                        putAside(name, letter.get());
                        aside++;
                    }
                    case null -> {
                        putAside(name, letter.get());
                        aside++;
                    }
                }
                inbox.putAway(name, kept);
            }
            sweep();
            mend();
            return new Done(List.copyOf(registered), replies, aside);
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(
                    "the inbox in " + outside.inbox() + " could not be fetched: " + e.getMessage(), e);
        }
    }

    /**
     * Takes what this archive had been told before, and does not know: it was restored from a backup. Questions come
     * before what was said of them.
     *
     * @param registered gets the requests that were not known
     * @return how many words of requesters were not known
     */
    private int takeAgain(LetterKeys keys, List<RecordId> registered) throws IOException {
        List<AskedLetter.Reply> replies = new ArrayList<>();
        for (String name : kept.waiting()) {
            switch (kept.read(name).flatMap(keys::open).orElse(null)) {
                case AskedLetter.Ask ask -> {
                    if (registering.known(source(ask.box().name())).isEmpty()) {
                        registered.add(register(ask));
                    }
                }
                case AskedLetter.Reply reply -> replies.add(reply);
                case null -> {}
            }
        }
        return (int) replies.stream().filter(reply -> take(reply) == Taken.NEW).count();
    }

    private LetterKeys keys() {
        return new LetterKeys(archive.archive().keys());
    }

    private void sweep() throws IOException {
        Instant now = archive.clock().instant();
        if (!now.isBefore(swept.plus(SWEEP_EVERY))) {
            swept = now;
            kept.sweep(now.minus(KEEP));
        }
    }

    /** Deletes what is kept of letters that belong to this box. @param box its name */
    void forget(String box) throws IOException {
        LetterKeys keys = keys();
        for (String name : kept.waiting()) {
            if (kept.read(name)
                    .flatMap(keys::open)
                    .filter(letter -> box(letter).equals(box))
                    .isPresent()) {
                kept.delete(name);
            }
        }
    }

    private static String box(AskedLetter letter) {
        return switch (letter) {
            case AskedLetter.Ask ask -> ask.box().name();
            case AskedLetter.Reply reply -> reply.box();
        };
    }

    /** At the start and once a day: what a stop left in boxes goes, and keys of the inbox whose time is over. */
    private void care() throws IOException {
        Instant now = archive.clock().instant();
        if (now.isBefore(cared.plus(CARE_EVERY))) {
            return;
        }
        int keys = archive.archive().keys().dropKept(KeyName.INBOX, now);
        if (keys > 0) {
            LOG.log(System.Logger.Level.INFO, "inbox-keys-dropped count={0}", Integer.toString(keys));
        }
        if (posting.sweep()) {
            cared = now;
        }
    }

    /** Lays what could not be laid before; and everything that is open, at the start and where the outside was lost. */
    private void mend() {
        Instant now = archive.clock().instant();
        if (begun && now.isBefore(mended.plus(MEND_EVERY))) {
            return;
        }
        mended = now;
        Set<RecordId> due = Posting.due(archive);
        if (!begun || !Files.isDirectory(outside.boxes())) {
            due.addAll(archive.catalogue().openRequests());
            // One that ended, or whose copy was taken back, may have been stopped between its last act and the box.
            new EveryRequest(archive.catalogue(), now.minus(YEAR))
                    .forEach(page -> archive.catalogue().requestActs(page).forEach((id, acts) -> {
                        if (posting.isBehind(acts)) {
                            due.add(id);
                        }
                    }));
            begun = true;
        }
        for (RecordId id : List.copyOf(due)) {
            due.remove(id);
            boolean _ = posting.postSoon(id);
        }
    }

    /** The key to which letters are sealed, if the outside has another or none. */
    private void introduce() throws IOException {
        Instant now = archive.clock().instant();
        if (now.isBefore(introduced.plus(INTRODUCE_EVERY))) {
            return;
        }
        introduced = now;
        PublicKey key = archive.archive().keys().pair(KeyName.INBOX).getPublic();
        if (!InboxKey.read(outside.inboxKey()).filter(key::equals).isPresent()) {
            Durable.createDirectories(outside.inboxKey().resolveSibling(".").normalize());
            InboxKey.write(outside.inboxKey(), key);
        }
    }

    private RecordId register(AskedLetter.Ask ask) {
        RecordId id = registering.register(new Registering.Asked(
                source(ask.box().name()),
                RequestAct.WEB,
                "official-document",
                notLater(ask.at()),
                ask.language(),
                ask.authority(),
                ask.records(),
                ask.words(),
                ask.form().word(),
                ask.contact(),
                Optional.of(ask.box())));
        boxes.put(ask.box().name(), id);
        boolean _ = posting.postSoon(id);
        return id;
    }

    private enum Taken {
        NEW,
        KNOWN,
        /** There is no such box, or it was written by somebody without its code. */
        NOBODYS
    }

    private Taken take(AskedLetter.Reply reply) {
        Optional<RecordId> id = requestOf(reply.box());
        Optional<Request> request = id.flatMap(known -> RequestBook.request(archive, known));
        Optional<BoxKey> key = request.flatMap(
                r -> new Envelopes(archive).open(r.asked().envelope()).flatMap(Envelope::box));
        if (request.isEmpty() || key.filter(reply::isOf).isEmpty()) {
            return Taken.NOBODYS;
        }
        boolean isNew = new Replies(archive).take(id.orElseThrow(), reply);
        boolean _ = posting.postSoon(id.orElseThrow());
        return isNew ? Taken.NEW : Taken.KNOWN;
    }

    private Optional<RecordId> requestOf(String box) {
        if (!boxes.containsKey(box)) {
            registering.known(source(box)).ifPresent(id -> boxes.put(box, id));
        }
        return Optional.ofNullable(boxes.get(box));
    }

    /** The outside may have another clock, or lie: nothing comes in later than it is fetched. */
    private Instant notLater(Instant at) {
        return notLater(archive, at);
    }

    static Instant notLater(OpenArchive archive, Instant at) {
        Instant now = archive.clock().instant();
        return at.isAfter(now) ? now : at;
    }

    /** Under which a request is recognised: it does not lead back to the box. */
    private static String source(String box) {
        return "letter:"
                + Digests.of(("sigill/box-source/1\n" + box).getBytes(StandardCharsets.US_ASCII))
                        .sha256();
    }

    /** Nothing is lost: a person may look. */
    private void putAside(String name, byte[] letter) throws IOException {
        Path folder = archive.home().work().resolve("undone").resolve("inbox");
        Durable.createDirectories(folder);
        Durable.replace(folder.resolve(name), letter);
        LOG.log(System.Logger.Level.WARNING, "inbox-letter-aside name={0}", name);
    }
}
