package se.sigill.open.ask;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import se.sigill.core.inbox.AskedLetter;
import se.sigill.core.inbox.BoxFile;
import se.sigill.core.inbox.BoxState;
import se.sigill.core.inbox.Boxes;
import se.sigill.core.inbox.FetchCounts;
import se.sigill.core.inbox.FollowCode;

/** Where somebody comes with a code. Keeps nothing but how often a file was fetched on which day; safe for
 * threads. */
public final class FollowDesk {
    private static final System.Logger LOG = System.getLogger(FollowDesk.class.getName());

    private static final int BUFFER_BYTES = 64 << 10;

    /** The days of those who fetch, and of the inside. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private final Boxes boxes;
    private final FetchCounts counts;
    private final Letterbox letterbox;
    private final Clock clock;

    /** What lies there for what was typed. */
    public sealed interface Found {
        /** It is no code: too short, too long, or with other characters. */
        record NoCode(String typed) implements Found {
            @Override
            public String toString() {
                return "NoCode[hidden]";
            }
        }

        /** Nothing: not yet, no longer, or never. Nobody can tell which. */
        record Nothing(FollowCode code) implements Found {}

        /** What lies there is not as it was laid, or cannot be read. */
        record Damaged(FollowCode code) implements Found {}

        record Here(FollowCode code, BoxState state) implements Found {}
    }

    /** What becomes of a reply. */
    public enum Replied {
        LAID,
        /** There is nothing in it. */
        NO_WORDS,
        TOO_LONG,
        /** What was read is not what stands there now. */
        CHANGED,
        /** It could not be laid, and nothing of it was kept. */
        CLOSED
    }

    /** A file of a box. @param content as it was laid there, from its beginning; whoever takes it closes it */
    public record Handout(BoxFile file, InputStream content) {
        private static final Pattern TYPE = Pattern.compile("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,60}");

        /** Its media type, if it is one; no page is ever given as one. */
        public String type() {
            String type = file.mime().toLowerCase(Locale.ROOT);
            return TYPE.matcher(type).matches() && !type.contains("html") ? type : "application/octet-stream";
        }
    }

    public FollowDesk(Boxes boxes, FetchCounts counts, Letterbox letterbox, Clock clock) {
        this.boxes = boxes;
        this.counts = counts;
        this.letterbox = letterbox;
        this.clock = clock;
    }

    public Found look(String typed) {
        Optional<FollowCode> read = FollowCode.read(typed);
        if (read.isEmpty()) {
            return new Found.NoCode(typed);
        }
        FollowCode code = read.get();
        try {
            return switch (boxes.look(code.boxKey())) {
                case Boxes.Look.Here(BoxState state) -> new Found.Here(code, state);
                case Boxes.Look.None() -> new Found.Nothing(code);
                case Boxes.Look.Damaged() -> {
                    LOG.log(System.Logger.Level.ERROR, "box-damaged");
                    yield new Found.Damaged(code);
                }
            };
        } catch (IOException e) {
            return unreadable(code, e);
        }
    }

    private static Found unreadable(FollowCode code, IOException e) {
        // Its message may name the box.
        LOG.log(
                System.Logger.Level.ERROR,
                "box-unreadable type={0}",
                e.getClass().getName());
        return new Found.Damaged(code);
    }

    /**
     * Opens a file, and reads the beginning of it: what is wrong from there on only the stream tells. That it was
     * fetched today is counted before it is opened, so that the inside, which deletes and then reads the count, misses
     * nobody.
     *
     * @param id as the form says it
     * @return empty if the state names no such file, or it is not there or not as it was laid
     */
    public Optional<Handout> file(Found.Here box, String id) {
        Optional<BoxFile> named = box.state().files().stream()
                .filter(file -> file.id().equals(id))
                .findFirst();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        count(box.code(), id);
        try {
            Optional<InputStream> content = boxes.file(box.code().boxKey(), id);
            return content.isEmpty() ? Optional.empty() : Optional.of(begun(named.get(), content.get()));
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "box-file-unreadable type={0}",
                    e.getClass().getName());
            return Optional.empty();
        }
    }

    /** A disk that refuses keeps nobody from what is theirs. */
    private void count(FollowCode code, String id) {
        try {
            counts.count(code.boxName(), id, LocalDate.ofInstant(clock.instant(), ZONE));
        } catch (IOException e) {
            // Its message may name the box.
            LOG.log(
                    System.Logger.Level.WARNING,
                    "fetch-not-counted type={0}",
                    e.getClass().getName());
        }
    }

    private static Handout begun(BoxFile file, InputStream content) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(content, BUFFER_BYTES);
        try {
            buffered.mark(1);
            int _ = buffered.read();
            buffered.reset();
            return new Handout(file, buffered);
        } catch (IOException e) {
            buffered.close();
            throw e;
        }
    }

    /** What a form asks to be done; a word that is none asks for nothing but to be read. */
    public static AskedLetter.Wish wish(String word) {
        for (AskedLetter.Wish wish : AskedLetter.Wish.values()) {
            if (wish.word().equals(word)) {
                return wish;
            }
        }
        return AskedLetter.Wish.NONE;
    }

    /** Lays what somebody answers, asks for or accepts, with the proof that they had the code. */
    public Replied reply(Found.Here box, String typed, AskedLetter.Wish wish) {
        String words = AskedLetter.plain(typed).strip();
        boolean saysNothing = wish == AskedLetter.Wish.NONE
                || wish == AskedLetter.Wish.APPEAL
                || wish == AskedLetter.Wish.ACCEPT_RESERVATION;
        if (words.isEmpty() && saysNothing) {
            return Replied.NO_WORDS;
        }
        if (AskDesk.isTooLong(words)) {
            return Replied.TOO_LONG;
        }
        AskedLetter.Reply reply = AskedLetter.Reply.sign(
                box.code().boxKey(), words, wish, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        return letterbox.lay(reply) ? Replied.LAID : Replied.CLOSED;
    }

    /**
     * Who asked agrees to a reservation. The reply carries its words, so that nobody is taken to have agreed to others.
     *
     * @param digest of the words that were read, as the form says it
     */
    public Replied accept(Found.Here box, String digest) {
        return box.state().items().stream()
                .flatMap(item -> item.reservation().stream())
                .filter(each -> !each.accepted() && each.digest().equals(digest))
                .findFirst()
                .map(each -> reply(box, each.text(), AskedLetter.Wish.ACCEPT_RESERVATION))
                .orElse(Replied.CHANGED);
    }
}
