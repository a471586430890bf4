package se.sigill.core.request;

import se.sigill.core.access.HarmTest;

/**
 * Why one thing that was asked for is not handed out, or not all of it, or not freely. A refusal of the whole has three
 * reasons: that the provision applies, that no part can be released (TF 2 kap. 15 §), and that no reservation takes the
 * risk away (OSL 10 kap. 14 §). The reasons go into the decision (FL 32 §): they must not tell the secret.
 *
 * @param what what is refused, as the decision names it: a record, a page, an attachment
 * @param extent whether all of it is
 * @param provision the provision as cited, {@code OSL 21:1}
 * @param harmTest what that provision asks for
 * @param whyHarm why its harm test is met in this case; for absolute secrecy why the provision applies
 * @param whyNotInPart why no part of it can be released; needed for {@link Extent#WHOLE}
 * @param whyNoReservation why it cannot be released with a reservation; needed for {@link Extent#WHOLE}
 */
public record Ground(
        String what,
        Extent extent,
        String provision,
        HarmTest harmTest,
        String whyHarm,
        String whyNotInPart,
        String whyNoReservation) {

    /** A page of a letter; what is longer belongs into an enclosure. */
    public static final int LETTERS_MAX = 4_000;

    /** How much is refused. */
    public enum Extent {
        /** All of it. */
        WHOLE,
        /** What is redacted; the rest is released. */
        PART,
        /** Nothing, but it is released with a reservation. */
        RESERVATION
    }

    public Ground {
        require(what, "what is refused");
        require(provision, "the provision");
        require(whyHarm, "why its harm test is met");
        if (extent == Extent.WHOLE) {
            require(whyNotInPart, "why no part can be released");
            require(whyNoReservation, "why no reservation suffices");
        }
        limit(whyNotInPart);
        limit(whyNoReservation);
    }

    private static void require(String text, String name) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a ground for a refusal says " + name);
        }
        limit(text);
    }

    private static void limit(String text) {
        if (text.length() > LETTERS_MAX) {
            throw new IllegalArgumentException("a reason has at most " + LETTERS_MAX + " letters");
        }
    }
}
