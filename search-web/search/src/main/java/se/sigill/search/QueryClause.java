package se.sigill.search;

import java.util.List;

/** One part of a query as it was read. Texts are as typed, without the signs that gave them their meaning. */
public sealed interface QueryClause {

    /** A word, a number as it is written, or signs that hang together ({@code KS2026/123}). */
    record Word(String text) implements QueryClause {}

    /** Words that must stand next to each other in this order and form. */
    record Phrase(String text) implements QueryClause {}

    /** The beginning of a word, without the star. */
    record Prefix(String text) implements QueryClause {}

    /** At least one of these; two or more, none of them {@code Either}, {@code Not} or {@code Only}. */
    record Either(List<QueryClause> choices) implements QueryClause {
        public Either {
            choices = List.copyOf(choices);
        }
    }

    /** What must not be there: a word, phrase, prefix or filter. */
    record Not(QueryClause clause) implements QueryClause {}

    /** A filter on one of the fields a query may name. */
    record Only(SearchFilter filter) implements QueryClause {}
}
