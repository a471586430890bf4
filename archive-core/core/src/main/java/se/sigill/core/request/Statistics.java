package se.sigill.core.request;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the requests of a period went, in numbers for the board that answers for them: how many came and how, what was
 * decided, by how many, how long it took, what still waits. No word of a request, no id and no name is in it, and
 * nothing is counted by who asks: nobody knows that (TF 2 kap. 18 §).
 *
 * <p>Small numbers stay as they are: they are the board's own, of its own work.
 *
 * @param came how many came in
 * @param decided what was decided about records, or that there is none
 * @param waited from arrival to the first answer
 * @param open how many are open, by how long they have waited; every age has a number
 */
public record Statistics(Came came, Decided decided, Waited waited, Map<Age, Integer> open, Appeals appeals) {
    /** By which law a request is answered. */
    public enum Track {
        OFFICIAL_DOCUMENT,
        PARTY,
        AUTHORITY,
        INFORMATION,
        COMPILATION,
        OTHER;

        public String word() {
            return Statistics.word(this);
        }
    }

    /** How a request came. */
    public enum Channel {
        WEB,
        PHONE,
        DESK,
        MAIL,
        LETTER,
        OTHER;

        public String word() {
            return Statistics.word(this);
        }
    }

    /** What became of an appeal. */
    public enum AppealEnd {
        /** The authority changed its decision (FL 37-39 §§). */
        CHANGED,
        /** It went to the court (FL 46 §). */
        FORWARDED,
        /** It was dismissed: it came too late (FL 45 §). */
        TOO_LATE,
        OTHER,
        /** Nobody has handled it yet. */
        OPEN;

        public String word() {
            return Statistics.word(this);
        }
    }

    /** A word that is none of ours counts as another: what somebody wrote never becomes a row of its own. */
    public record Came(int all, Map<Track, Integer> tracks, Map<Channel, Integer> channels) {
        public Came {
            tracks = Map.copyOf(tracks);
            channels = Map.copyOf(channels);
        }
    }

    /**
     * The latest decision about each record counts, if it stands.
     *
     * @param one by one person, where one is enough
     * @param alone by one person, where two are the rule
     * @param two by two
     * @param waiting for a second person, and not counted among the outcomes
     */
    public record Decided(Map<Outcome, Integer> outcomes, int one, int alone, int two, int waiting) {
        public Decided {
            outcomes = Map.copyOf(outcomes);
        }
    }

    /**
     * Working time until the first copy was handed out or the first decision was sent as a letter.
     *
     * @param answered how many requests have come so far
     * @param median half of them took at most so long; empty if there are none
     * @param ninety nine of ten took at most so long; empty if there are none
     */
    public record Waited(int answered, Optional<Duration> median, Optional<Duration> ninety) {
        static Waited of(List<Duration> times) {
            List<Duration> sorted = times.stream().sorted().toList();
            return sorted.isEmpty()
                    ? new Waited(0, Optional.empty(), Optional.empty())
                    : new Waited(sorted.size(), Optional.of(median(sorted)), Optional.of(ninety(sorted)));
        }

        /** Of an even count the middle between the two in the middle, to the minute below. */
        private static Duration median(List<Duration> sorted) {
            int upper = sorted.size() / 2;
            int lower = (sorted.size() - 1) / 2;
            return Duration.ofMinutes(
                    sorted.get(lower).plus(sorted.get(upper)).dividedBy(2).toMinutes());
        }

        /** The nearest rank: one of the times that there were. */
        private static Duration ninety(List<Duration> sorted) {
            return sorted.get((sorted.size() * 9 + 9) / 10 - 1);
        }
    }

    public record Appeals(int all, int inTime, Map<AppealEnd, Integer> ends) {
        public Appeals {
            ends = Map.copyOf(ends);
        }
    }

    public Statistics {
        open = Map.copyOf(open);
    }

    /**
     * @param requests those of the period, each once; they are read once, so that they need not lie in memory
     * @param now for the age of those that are open
     */
    public static Statistics of(Iterable<Request> requests, Instant now) {
        Tally tally = new Tally();
        requests.forEach(request -> tally.take(request, now));
        return tally.statistics();
    }

    public int stillOpen() {
        return open.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int closed() {
        return came.all() - stillOpen();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Counts one request after the other. */
    private static final class Tally {
        private int all;
        private final Map<Track, Integer> tracks = zeros(Track.class);
        private final Map<Channel, Integer> channels = zeros(Channel.class);
        private final Map<Outcome, Integer> outcomes = zeros(Outcome.class);
        private int alone;
        private int two;
        private int one;
        private int waiting;
        private final List<Duration> times = new ArrayList<>();
        private final Map<Age, Integer> open = zeros(Age.class);
        private int appeals;
        private int inTime;
        private final Map<AppealEnd, Integer> ends = zeros(AppealEnd.class);

        void take(Request request, Instant now) {
            all++;
            Instant arrived = request.asked().arrived();
            add(tracks, known(Track.values(), request.asked().track(), Track.OTHER));
            add(channels, known(Channel.values(), request.asked().channel(), Channel.OTHER));
            request.decisions().forEach(this::take);
            firstAnswer(request)
                    .ifPresent(at -> times.add(WorkingTime.between(arrived, at).total()));
            if (request.isOpen()) {
                add(open, WorkingTime.between(arrived, now).age());
            }
            request.appeals().forEach(this::take);
        }

        private void take(Decision decision) {
            if (decision.waits()) {
                waiting++;
            } else if (decision.stands()) {
                add(outcomes, decision.outcome());
                if (decision.signature().isPresent()) {
                    two++;
                } else if (decision.second()) {
                    alone++;
                } else {
                    one++;
                }
            }
        }

        private void take(Appeal appeal) {
            appeals++;
            inTime += appeal.inTime() ? 1 : 0;
            add(
                    ends,
                    appeal.outcome()
                            .map(word -> known(AppealEnd.values(), word, AppealEnd.OTHER))
                            .orElse(AppealEnd.OPEN));
        }

        private static Optional<Instant> firstAnswer(Request request) {
            Stream<Instant> copies = request.copies().stream().map(Request.Copy::at);
            Stream<Instant> letters = request.letters().stream()
                    .filter(letter -> letter.kind().equals("decision"))
                    .map(Request.Letter::at);
            return Stream.concat(copies, letters).min(Instant::compareTo);
        }

        private static <E extends Enum<E>> E known(E[] values, String text, E other) {
            for (E value : values) {
                if (word(value).equals(text)) {
                    return value;
                }
            }
            return other;
        }

        private static <E extends Enum<E>> Map<E, Integer> zeros(Class<E> type) {
            Map<E, Integer> counts = new EnumMap<>(type);
            for (E value : type.getEnumConstants()) {
                counts.put(value, 0);
            }
            return counts;
        }

        private static <E> void add(Map<E, Integer> counts, E key) {
            counts.merge(key, 1, Integer::sum);
        }

        Statistics statistics() {
            return new Statistics(
                    new Came(all, tracks, channels),
                    new Decided(outcomes, one, alone, two, waiting),
                    Waited.of(times),
                    open,
                    new Appeals(appeals, inTime, ends));
        }
    }
}
