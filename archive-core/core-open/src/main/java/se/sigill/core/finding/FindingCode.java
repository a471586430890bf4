package se.sigill.core.finding;

/**
 * A kind of finding. Implemented by one enum per capability ({@code LogFinding}, {@code StoreFinding} …).
 *
 * <p>The id is stable for ever and never reused. It is either a code of a standard ({@code E025}, {@code CSIP17}) or
 * one of ours, upper case with hyphens ({@code LOG-FORKED}).
 */
public interface FindingCode {
    /** The stable id, unique over all of Sigill. */
    String id();

    /** The severity this code has unless a caller says otherwise. */
    Severity severity();

    /** What a person can do about it: one imperative sentence in plain English, no personal data. */
    String remedy();
}
