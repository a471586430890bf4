package se.sigill.core.request;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import se.sigill.core.access.HarmTest;

/**
 * Whether a second person must approve a refusal, a reservation or a redaction. A provision with a reverse or absolute
 * harm test always asks for one; for others the authority chooses. Whoever is alone may still decide, with a stated
 * reason, where the authority allows it; the statistics count it.
 *
 * @param always whether a second person is asked for whatever the provisions
 * @param aloneAllowed whether somebody alone may decide with a reason what two should
 */
public record FourEyes(boolean always, boolean aloneAllowed) {
    /** A second person where the harm test asks for one; alone with a reason that is counted. */
    public static final FourEyes USUAL = new FourEyes(false, true);

    /** Whether one person is enough. The more provisions, the more is needed, never less. */
    public sealed interface Need {
        Wording said();

        record One(Wording said) implements Need {}

        record Second(Wording said) implements Need {}
    }

    /** Whether those who decide are those who may. */
    public sealed interface Outcome {
        /** One was enough. */
        record ByOne(String person) implements Outcome {}

        /** Two different persons. */
        record ByTwo(String person, String second) implements Outcome {}

        /** One where two were needed; counted in the statistics. */
        record Alone(String person, String reason) implements Outcome {}

        /** Not decided. */
        record Refused(Wording why) implements Outcome {}
    }

    /**
     * What the provisions used ask for.
     *
     * @param tests the harm test of every provision used; of one that the catalogue does not have, {@code ABSOLUTE};
     *     empty where none is used, as when a record is not held
     */
    public Need need(Collection<HarmTest> tests) {
        Optional<HarmTest> strongest = tests.stream().max(Comparator.naturalOrder());
        if (strongest.filter(test -> test.compareTo(HarmTest.REVERSE) >= 0).isPresent()) {
            return new Need.Second(
                    Texts.say(strongest.get() == HarmTest.ABSOLUTE ? "four-eyes.absolute" : "four-eyes.reverse"));
        }
        return always ? new Need.Second(Texts.say("four-eyes.always")) : new Need.One(Texts.say("four-eyes.one"));
    }

    /**
     * Whether the decision stands with these persons.
     *
     * @param second who approved it as well, if anybody did; must be another person
     * @param aloneReason why nobody else could; blank if none was given
     */
    public Outcome outcome(Collection<HarmTest> tests, String person, Optional<String> second, String aloneReason) {
        if (person.isBlank()) {
            return new Outcome.Refused(Texts.say("four-eyes.nobody"));
        }
        if (second.isPresent()) {
            String other = second.get();
            return other.isBlank() || fold(other).equals(fold(person))
                    ? new Outcome.Refused(Texts.say("four-eyes.same"))
                    : new Outcome.ByTwo(person, other);
        }
        return switch (need(tests)) {
            case Need.One _ -> new Outcome.ByOne(person);
            case Need.Second needed -> alone(needed, person, aloneReason);
        };
    }

    private Outcome alone(Need.Second needed, String person, String reason) {
        if (!aloneAllowed) {
            return new Outcome.Refused(needed.said().join(" ", Texts.say("four-eyes.never-alone")));
        }
        return reason.isBlank()
                ? new Outcome.Refused(needed.said().join(" ", Texts.say("four-eyes.reason")))
                : new Outcome.Alone(person, reason.strip());
    }

    private static String fold(String person) {
        return person.strip().toLowerCase(Locale.ROOT);
    }
}
