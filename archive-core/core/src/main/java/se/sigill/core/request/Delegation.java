package se.sigill.core.request;

import java.util.Set;
import se.sigill.core.access.Access;
import se.sigill.core.access.Validity;

/**
 * That one person may decide some things for one authority during some time.
 *
 * @param account the account of the person, exactly as it signs in
 * @param authority the authority in whose name they decide
 * @param decisions what they may decide; never empty
 * @param validity from a stated first day
 * @param reference how the decision letter cites it: {@code KS delegationsordning 2026 § 4.2}
 */
public record Delegation(
        String account, String authority, Set<DelegatedDecision> decisions, Validity validity, String reference) {
    public Delegation {
        decisions = Set.copyOf(decisions);
        if (account.isBlank() || authority.isBlank()) {
            throw new IllegalArgumentException("a delegation needs an account and an authority");
        }
        if (decisions.isEmpty()) {
            throw new IllegalArgumentException("a delegation is for at least one decision");
        }
        if (reference.isBlank()) {
            throw new IllegalArgumentException("a delegation needs the reference that the decision quotes");
        }
    }

    /** Authorities are compared as everywhere, without regard to case and spaces; accounts letter by letter. */
    boolean covers(String byAccount, String forAuthority, DelegatedDecision decision) {
        return account.equals(byAccount)
                && Access.sameAuthority(authority, forAuthority)
                && decisions.contains(decision);
    }
}
