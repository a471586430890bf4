package se.sigill.core.access;

import java.util.List;

/**
 * Everything an answer about one record is computed from.
 *
 * @param authority whose record it is (myndighet); empty if nobody said, and then no board counts as its own
 * @param classification what the adopted plan says
 * @param restrictions all that were ever made, ended ones included, in any order
 * @param assessments all, in any order
 * @param overrides all, in any order
 */
public record RecordFacts(
        String authority,
        Classification classification,
        List<Restriction> restrictions,
        List<Assessment> assessments,
        List<SecrecyOverride> overrides) {

    public RecordFacts {
        restrictions = List.copyOf(restrictions);
        assessments = List.copyOf(assessments);
        overrides = List.copyOf(overrides);
    }

    /** A record of which nothing has been said yet. */
    public static RecordFacts of(String authority, Classification classification) {
        return new RecordFacts(authority, classification, List.of(), List.of(), List.of());
    }

    public RecordFacts withRestrictions(List<Restriction> all) {
        return new RecordFacts(authority, classification, all, assessments, overrides);
    }

    public RecordFacts withAssessments(List<Assessment> all) {
        return new RecordFacts(authority, classification, restrictions, all, overrides);
    }

    public RecordFacts withOverrides(List<SecrecyOverride> all) {
        return new RecordFacts(authority, classification, restrictions, assessments, all);
    }
}
