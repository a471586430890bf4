package se.sigill.search;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import se.sigill.core.json.Json;

/**
 * How a query was read: the parts, how they were joined, and what was done otherwise than typed. Says nothing that is
 * not in the query itself, so it may be shown to anybody.
 *
 * @param mode how the parts were joined
 * @param clauses the parts in the order typed
 * @param notes what differs from what was typed
 */
public record Reading(Mode mode, List<QueryClause> clauses, Set<Note> notes) {

    /** How the words, phrases and beginnings of words are joined. */
    public enum Mode {
        /** No word was asked for: everything visible that the filters leave. */
        EVERYTHING,
        /** Each part must match. */
        ALL,
        /** Few documents or none have all; each that has at least one is given, best first. */
        ANY
    }

    /** What was done otherwise than typed. */
    public enum Note {
        CUT_TEXT("Frågan var för lång; slutet lästes inte.", "The query was too long; its end was not read."),
        CUT_WORDS(
                "Frågan hade för många ord; de sista lästes inte.",
                "The query had too many words; the last were not read."),
        PARENTHESES("Parenteser lästes inte.", "Parentheses were not read."),
        OPEN_QUOTE("Ett citattecken saknade sitt par.", "A quotation mark had no partner."),
        UNKNOWN_FIELD("Ord före kolon lästes som vanliga ord.", "A word before a colon was read as a plain word."),
        SHORT_PREFIX("Stjärna kräver minst tre tecken före.", "A star needs three characters before it."),
        STAR("Stjärna kan bara stå sist i ett ord.", "A star may only end a word."),
        PHRASE_AS_WORDS(
                "Ingen text har orden i följd; de söktes var för sig.",
                "No text has the words in a row; they were looked for one by one."),
        ANY_WORD(
                "Få eller inga handlingar har alla orden; vi sökte på något av dem.",
                "Few records or none have all the words; we looked for any of them.");

        private final String swedish;
        private final String english;

        Note(String swedish, String english) {
            this.swedish = swedish;
            this.english = english;
        }
    }

    public Reading {
        clauses = List.copyOf(clauses);
        notes = notes.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(notes));
    }

    /** The same reading joined otherwise, with one more note. */
    public Reading as(Mode other, List<QueryClause> parts, Note note) {
        Set<Note> more = EnumSet.of(note);
        more.addAll(notes);
        return new Reading(other, parts, more);
    }

    /** One or more Swedish sentences for the person who asked. */
    public String swedish() {
        String how =
                switch (mode) {
                    case EVERYTHING -> "Vi sökte på allt";
                    case ALL -> "Vi sökte på orden: ";
                    case ANY -> "Vi sökte på något av orden: ";
                };
        return sentence(how, " eller ", "inte ", true) + remarks(true);
    }

    /** The same in English. */
    public String english() {
        String how =
                switch (mode) {
                    case EVERYTHING -> "Read as: everything";
                    case ALL -> "Read as: ";
                    case ANY -> "Read as any of: ";
                };
        return sentence(how, " or ", "not ", false) + remarks(false);
    }

    /** Mode, words, filters, notes and both texts, in this order. */
    public Json toJson() {
        return Json.object()
                .with("mode", mode.name().toLowerCase(Locale.ROOT))
                .with(
                        "parts",
                        Json.texts(clauses.stream()
                                .map(c -> show(c, " or ", "not ", false))
                                .toList()))
                .with(
                        "notes",
                        Json.texts(notes.stream()
                                .map(n -> n.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .toList()))
                .with("sv", swedish())
                .with("en", english());
    }

    private String sentence(String how, String or, String not, boolean inSwedish) {
        String parts = clauses.stream().map(c -> show(c, or, not, inSwedish)).collect(Collectors.joining(", "));
        return how + (mode == Mode.EVERYTHING && !parts.isEmpty() ? ": " : "") + parts + ".";
    }

    private String remarks(boolean inSwedish) {
        return notes.stream()
                .map(n -> " " + (inSwedish ? n.swedish : n.english))
                .collect(Collectors.joining());
    }

    private static String show(QueryClause clause, String or, String not, boolean inSwedish) {
        return switch (clause) {
            case QueryClause.Word(String text) -> text;
            case QueryClause.Phrase(String text) -> '"' + text + '"';
            case QueryClause.Prefix(String text) -> text + "*";
            case QueryClause.Either(List<QueryClause> choices) ->
                choices.stream().map(c -> show(c, or, not, inSwedish)).collect(Collectors.joining(or));
            case QueryClause.Not(QueryClause inner) -> not + show(inner, or, not, inSwedish);
            case QueryClause.Only(SearchFilter.Equal(SearchField field, String value)) ->
                (inSwedish ? field.swedish() : field.english()) + " = " + value;
            case QueryClause.Only(SearchFilter.OneOf(SearchField field, List<String> values)) ->
                (inSwedish ? field.swedish() : field.english()) + " = " + String.join(or, values);
            case QueryClause.Only(SearchFilter.Days(LocalDate first, LocalDate last)) ->
                (inSwedish ? "dag" : "day") + " = " + first + (first.equals(last) ? "" : "–" + last);
            case QueryClause.Only(SearchFilter.Years(int first, int last)) ->
                (inSwedish ? SearchField.YEAR.swedish() : SearchField.YEAR.english()) + " = " + first
                        + (first == last ? "" : "–" + last);
        };
    }
}
