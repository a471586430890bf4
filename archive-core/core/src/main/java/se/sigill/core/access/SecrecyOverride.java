package se.sigill.core.access;

import java.time.LocalDate;

/**
 * A lawful exception from secrecy for one audience (OSL 10 kap., 12 kap., consent, award).
 *
 * <p>It reaches the one record it was made for: it is inherited by no other, and it changes the answer for nobody else.
 *
 * @param act the index of the act
 * @param provision the rule that breaks the secrecy, for example {@code OSL 10:28}
 * @param reason why it applies
 * @param audience for whom
 * @param grantedBy who decided
 * @param from the first day
 * @param until the last day
 */
public record SecrecyOverride(
        long act,
        String provision,
        String reason,
        Audience audience,
        String grantedBy,
        LocalDate from,
        LocalDate until) {

    /** For whom secrecy is broken. */
    public sealed interface Audience {
        /** The staff of another authority who read records: {@code authority:NAME}. */
        record OfAuthority(String authority) implements Audience {}

        /** A party or whoever holds a request; no staff member reads by it. */
        record OfParty(String reference) implements Audience {}

        /** The text in an act; {@link #parse} reads it. */
        default String text() {
            return switch (this) {
                case OfAuthority(String authority) -> "authority:" + authority;
                case OfParty(String reference) -> reference;
            };
        }

        /** The audience for its text in an act: {@code authority:NAME}, otherwise a party. */
        static Audience parse(String text) {
            String prefix = "authority:";
            return text.startsWith(prefix)
                    ? new OfAuthority(text.substring(prefix.length()).strip())
                    : new OfParty(text);
        }
    }

    public boolean holds(LocalDate at) {
        return !at.isBefore(from) && !at.isAfter(until);
    }

    /** Whether the staff of the given authority may read by it on the given day. */
    boolean reaches(String staffOf, LocalDate at) {
        return holds(at) && audience instanceof Audience.OfAuthority(String to) && Access.sameAuthority(to, staffOf);
    }
}
