package se.sigill.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a person typed. Every text is a query: what has no meaning is read as plain words, and {@link Reading}
 * says so. The language, for people: {@code docs/reference/search.md}.
 *
 * <pre>
 * query  = { clause }
 * clause = [ "-" | "NOT" | "INTE" ] ( '"' words '"' | field ":" value | word [ "*" ] )
 *          [ ( "OR" | "ELLER" | "|" ) clause ]
 * </pre>
 */
public final class QueryGrammar {
    /** Longer questions are pasted documents; their beginning is enough to find the original. */
    public static final int TEXT_MAX = 1000;

    /** Words, phrases and filters read; each may become several clauses of the index's own query. */
    public static final int CLAUSES_MAX = 32;

    /** A shorter beginning of a word would match a good part of all words. */
    public static final int PREFIX_MIN = 3;

    private static final Pattern YEARS = Pattern.compile("(\\d{4})(?:(?:-|–|\\.\\.)(\\d{4}))?");
    private static final String QUOTES = "\"“”„«»";
    private static final Set<String> OR = Set.of("OR", "ELLER", "|", "||");
    private static final Set<String> AND = Set.of("AND", "OCH", "&", "&&", "+");
    private static final Set<String> NOT = Set.of("NOT", "INTE");

    private final String text;
    private final Set<Reading.Note> notes = EnumSet.noneOf(Reading.Note.class);
    private final List<QueryClause> clauses = new ArrayList<>();
    private int at;
    private boolean negate;
    private boolean either;

    private QueryGrammar(String text) {
        this.text = text;
    }

    /** Reads a query. Never fails; the answer has at most {@link #CLAUSES_MAX} clauses. */
    public static Reading read(String typed) {
        String whole = typed;
        boolean cut = whole.length() > TEXT_MAX;
        if (cut) {
            whole = whole.substring(0, TEXT_MAX);
        }
        QueryGrammar grammar = new QueryGrammar(Normalizer.normalize(whole, Normalizer.Form.NFC));
        if (cut) {
            grammar.notes.add(Reading.Note.CUT_TEXT);
        }
        return grammar.reading();
    }

    private Reading reading() {
        while (blank() && clauses.size() <= CLAUSES_MAX) {
            step();
        }
        if (clauses.size() > CLAUSES_MAX) {
            clauses.subList(CLAUSES_MAX, clauses.size()).clear();
            notes.add(Reading.Note.CUT_WORDS);
        }
        boolean asks =
                clauses.stream().anyMatch(c -> !(c instanceof QueryClause.Not) && !(c instanceof QueryClause.Only));
        return new Reading(asks ? Reading.Mode.ALL : Reading.Mode.EVERYTHING, clauses, notes);
    }

    /** Skips white space and says whether anything is left. */
    private boolean blank() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private void step() {
        char c = text.charAt(at);
        if (c == '(' || c == ')') {
            at++;
            notes.add(Reading.Note.PARENTHESES);
        } else if (isQuote(c)) {
            add(new QueryClause.Phrase(quoted()));
        } else if ((c == '-' || c == '−') && at + 1 < text.length() && !isBlank(text.charAt(at + 1))) {
            at++;
            negate = true;
        } else {
            chunk();
        }
    }

    private String quoted() {
        int start = ++at;
        while (at < text.length() && !isQuote(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            notes.add(Reading.Note.OPEN_QUOTE);
            return text.substring(start);
        }
        return text.substring(start, at++);
    }

    private void chunk() {
        int start = at;
        while (at < text.length()
                && !isBlank(text.charAt(at))
                && "()".indexOf(text.charAt(at)) < 0
                && !isQuote(text.charAt(at))) {
            at++;
        }
        String chunk = text.substring(start, at);
        if (OR.contains(chunk)) {
            either = !clauses.isEmpty();
        } else if (NOT.contains(chunk)) {
            negate = true;
        } else if (!AND.contains(chunk)) {
            word(chunk);
        }
    }

    private void word(String chunk) {
        int colon = chunk.indexOf(':');
        if (colon > 0 && Character.isLetter(chunk.charAt(0))) {
            Optional<SearchField> field = SearchField.named(chunk.substring(0, colon));
            if (field.isPresent() && filter(field.get(), chunk.substring(colon + 1))) {
                return;
            }
            if (chunk.chars().limit(colon).allMatch(Character::isLetter)
                    && colon + 1 < chunk.length()
                    && Character.isLetter(chunk.charAt(colon + 1))) {
                notes.add(Reading.Note.UNKNOWN_FIELD);
            }
        }
        int star = chunk.indexOf('*');
        if (star < 0) {
            add(new QueryClause.Word(chunk));
        } else {
            starred(chunk, star);
        }
    }

    private void starred(String chunk, int star) {
        String stem = chunk.substring(0, star);
        boolean last = star == chunk.length() - 1;
        if (last && stem.length() >= PREFIX_MIN && stem.chars().allMatch(Character::isLetterOrDigit)) {
            add(new QueryClause.Prefix(stem));
            return;
        }
        notes.add(last && star < PREFIX_MIN && star > 0 ? Reading.Note.SHORT_PREFIX : Reading.Note.STAR);
        add(new QueryClause.Word(chunk.replace('*', ' ').strip()));
    }

    private boolean filter(SearchField field, String rest) {
        String value = rest;
        if (value.isEmpty() && at < text.length() && isQuote(text.charAt(at))) {
            value = quoted();
        }
        if (field == SearchField.YEAR) {
            Matcher years = YEARS.matcher(value.strip());
            if (!years.matches()) {
                return false;
            }
            int first = Integer.parseInt(years.group(1));
            int last = years.group(2) == null ? first : Integer.parseInt(years.group(2));
            add(new QueryClause.Only(new SearchFilter.Years(Math.min(first, last), Math.max(first, last))));
            return true;
        }
        if (value.isBlank()) {
            return false;
        }
        add(new QueryClause.Only(new SearchFilter.Equal(field, value.strip())));
        return true;
    }

    private void add(QueryClause clause) {
        boolean not = negate;
        boolean or = either;
        negate = false;
        either = false;
        if (!says(clause)) {
            return;
        }
        if (not) {
            clauses.add(new QueryClause.Not(clause));
        } else if (or && joins(clause) && joins(clauses.getLast())) {
            QueryClause before = clauses.removeLast();
            List<QueryClause> choices = new ArrayList<>(
                    before instanceof QueryClause.Either(List<QueryClause> earlier) ? earlier : List.of(before));
            if (choices.size() < CLAUSES_MAX) {
                choices.add(clause);
            } else {
                notes.add(Reading.Note.CUT_WORDS);
            }
            clauses.add(new QueryClause.Either(choices));
        } else {
            clauses.add(clause);
        }
    }

    private static boolean joins(QueryClause clause) {
        return !(clause instanceof QueryClause.Not) && !(clause instanceof QueryClause.Only);
    }

    /** Whether there is a letter or digit to look for. */
    private static boolean says(QueryClause clause) {
        return switch (clause) {
            case QueryClause.Word(String word) -> word.codePoints().anyMatch(Character::isLetterOrDigit);
            case QueryClause.Phrase(String words) -> words.codePoints().anyMatch(Character::isLetterOrDigit);
            case QueryClause.Prefix p -> true;
            case QueryClause.Only o -> true;
            case QueryClause.Either e -> true;
            case QueryClause.Not n -> true;
        };
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    private static boolean isQuote(char c) {
        return QUOTES.indexOf(c) >= 0;
    }
}
