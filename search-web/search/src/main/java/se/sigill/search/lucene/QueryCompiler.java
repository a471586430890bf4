package se.sigill.search.lucene;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import se.sigill.search.DiaryNumbers;
import se.sigill.search.QueryClause;
import se.sigill.search.Reading;
import se.sigill.search.SearchField;
import se.sigill.search.SearchFilter;

/** Turns a reading into Lucene's query over one view, and into what a snippet is to show. One request. */
final class QueryCompiler {
    /** Terms of the whole query. More would cost more than they find. */
    static final int TERMS_MAX = 128;

    /** Compounds added to one word. */
    static final int COMPOUNDS_MAX = 16;

    // Weights against that of the word itself, measured on the sets of QualityRound with one setting for all of them.
    private static final float COMPOUND_WEIGHT = 0.25f;
    private static final float RELATIVE_WEIGHT = 0.25f;
    private static final float PARTS_WEIGHT = 0.3f;
    private static final float PART_WEIGHT = 0.2f;
    private static final float EXACT_WEIGHT = 0.3f;
    private static final float TITLE_WEIGHT = 0.7f;
    private static final float NEAR_WEIGHT = 0.4f;

    /**
     * Where any of the words will do, a record must have one of those that tell something: whose weight is at least
     * this
     * share of the rarest one's. A record that has only {@code åtgärder} of {@code åtgärder mot vildsvin} is no answer.
     */
    private static final double TELLING = 0.6;

    /** Neighbours of the query may stand so many places apart. */
    private static final int NEAR = 4;

    private static final float NUMBER_WEIGHT = 3f;

    /** A whole number as typed is what is meant; no sum of words outweighs it. */
    private static final float WHOLE_NUMBER = 200f;

    private static final float NUMBER_RUN = 40f;

    private final Vocabulary vocabulary;
    private final Reading reading;
    private final List<Sought> sought = new ArrayList<>();
    private final int compoundsEach;

    QueryCompiler(Vocabulary vocabulary, Reading reading) {
        this.vocabulary = vocabulary;
        this.reading = reading;
        int words = Math.max(1, reading.clauses().size());
        this.compoundsEach = Math.clamp((TERMS_MAX - 4L * words) / words, 0, COMPOUNDS_MAX);
    }

    /** Stems in a row (one for a word) to be shown, and the words they must be if the form counts. */
    record Sought(List<String> stems, List<String> words) {}

    /** What was gathered for snippets. Complete after {@link #query}. */
    List<Sought> sought() {
        return sought;
    }

    Query query(List<SearchFilter> filters) throws IOException {
        BooleanQuery.Builder whole = new BooleanQuery.Builder();
        BooleanQuery.Builder asked = new BooleanQuery.Builder();
        BooleanQuery.Builder telling = new BooleanQuery.Builder();
        boolean all = reading.mode() == Reading.Mode.ALL;
        double least = all ? 0 : TELLING * rarest();
        boolean any = false;
        for (QueryClause clause : StopWords.without(reading.clauses())) {
            switch (clause) {
                case QueryClause.Not(QueryClause inner) -> whole.add(plain(inner), Occur.MUST_NOT);
                case QueryClause.Only(SearchFilter filter) -> whole.add(filter(filter), Occur.FILTER);
                default -> {
                    Query query = scored(clause);
                    if (all) {
                        asked.add(query, Occur.MUST);
                    } else if (rarity(clause) < least) {
                        asked.add(query, Occur.SHOULD);
                    } else {
                        telling.add(query, Occur.SHOULD);
                    }
                    any = true;
                }
            }
        }
        if (any && !all) {
            asked.add(telling.build(), Occur.MUST);
        }
        for (SearchFilter filter : filters) {
            whole.add(filter(filter), Occur.FILTER);
        }
        whole.add(any ? asked.build() : new BoostQuery(MatchAllDocsQuery.INSTANCE, 0), Occur.MUST);
        numbers(whole);
        neighbours(whole);
        return whole.build();
    }

    /** The weight of the rarest word that stands somewhere. */
    private double rarest() throws IOException {
        double most = 0;
        for (QueryClause clause : StopWords.without(reading.clauses())) {
            double rarity = rarity(clause);
            if (rarity < Double.MAX_VALUE) {
                most = Math.max(most, rarity);
            }
        }
        return most;
    }

    /**
     * How much it tells that a record has a word, of visible records alone; the most of a number, of what no record
     * has,
     * and of what is no word.
     */
    private double rarity(QueryClause clause) throws IOException {
        double most = 0;
        if (clause instanceof QueryClause.Word(String text)) {
            for (Words.Token token : Words.of(text)) {
                int count = token.isNumber() ? 0 : vocabulary.count(token.stem());
                double rarity = count == 0 ? Double.MAX_VALUE : Math.log1p(vocabulary.documents() / (double) count);
                most = Math.max(most, rarity);
            }
            return most;
        }
        return Double.MAX_VALUE;
    }

    private Query scored(QueryClause clause) throws IOException {
        return switch (clause) {
            case QueryClause.Word(String text) -> word(text);
            case QueryClause.Phrase(String text) -> phrase(text, true);
            case QueryClause.Prefix(String text) -> prefix(text);
            case QueryClause.Either(List<QueryClause> choices) -> {
                BooleanQuery.Builder either = new BooleanQuery.Builder();
                for (QueryClause choice : choices) {
                    either.add(scored(choice), Occur.SHOULD);
                }
                yield either.build();
            }
            case QueryClause.Not n -> throw new IllegalStateException("what must not be there has no score");
            case QueryClause.Only o -> throw new IllegalStateException("a filter has no score");
        };
    }

    /** What must not be there: the word itself, without compounds. */
    private Query plain(QueryClause clause) {
        return switch (clause) {
            case QueryClause.Word(String text) -> stems(Words.of(text));
            case QueryClause.Phrase(String text) -> phrase(text, false);
            case QueryClause.Prefix(String text) -> prefix(text);
            case QueryClause.Only(SearchFilter filter) -> filter(filter);
            case QueryClause.Either e -> throw new IllegalStateException("the grammar negates single clauses");
            case QueryClause.Not n -> throw new IllegalStateException("the grammar negates once");
        };
    }

    private Query word(String text) throws IOException {
        List<Words.Token> tokens = Words.of(text);
        if (tokens.stream().anyMatch(Words.Token::isNumber)) {
            return number(text, tokens);
        }
        if (tokens.size() == 1) {
            return single(tokens.getFirst());
        }
        if (tokens.stream().anyMatch(t -> t.word().length() < 2)) {
            return joined(tokens);
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Words.Token token : tokens) {
            all.add(single(token), reading.mode() == Reading.Mode.ALL ? Occur.MUST : Occur.SHOULD);
        }
        return all.build();
    }

    private Query single(Words.Token token) throws IOException {
        String stem = token.stem();
        sought.add(new Sought(List.of(stem), List.of()));
        SynonymQuery.Builder forms = new SynonymQuery.Builder(Fields.TEXT).addTerm(new BytesRef(stem), 1f);
        for (String relative : vocabulary.relatives(stem)) {
            forms.addTerm(new BytesRef(relative), RELATIVE_WEIGHT);
            sought.add(new Sought(List.of(relative), List.of()));
        }
        for (Vocabulary.Compound compound : vocabulary.compounds(stem, compoundsEach)) {
            forms.addTerm(new BytesRef(compound.stem()), COMPOUND_WEIGHT);
            sought.add(new Sought(List.of(compound.stem()), List.of()));
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(forms.build(), Occur.SHOULD);
        query.add(new BoostQuery(new TermQuery(new Term(Fields.TITLE, stem)), TITLE_WEIGHT), Occur.SHOULD);
        query.add(new BoostQuery(new TermQuery(new Term(Fields.EXACT, token.word())), EXACT_WEIGHT), Occur.SHOULD);
        Optional<List<String>> parts = vocabulary.parts(stem);
        if (parts.isPresent()) {
            BooleanQuery.Builder both = new BooleanQuery.Builder();
            for (String part : parts.get()) {
                both.add(new TermQuery(new Term(Fields.TEXT, part)), Occur.MUST);
                sought.add(new Sought(List.of(part), List.of()));
            }
            query.add(new BoostQuery(both.build(), PARTS_WEIGHT), Occur.SHOULD);
            if (reading.mode() == Reading.Mode.ANY) {
                for (String part : parts.get()) {
                    Query one = new TermQuery(new Term(Fields.TEXT, part));
                    query.add(new BoostQuery(one, PART_WEIGHT), Occur.SHOULD);
                }
            }
        }
        return query.build();
    }

    /** A letter and a word ({@code e-post}): in a row, or written as one. */
    private Query joined(List<Words.Token> tokens) throws IOException {
        StringBuilder one = new StringBuilder();
        tokens.forEach(t -> one.append(t.word()));
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(stems(tokens), Occur.SHOULD);
        sought.add(new Sought(tokens.stream().map(Words.Token::stem).toList(), List.of()));
        List<Words.Token> whole = Words.of(one.toString());
        if (whole.size() == 1) {
            query.add(single(whole.getFirst()), Occur.SHOULD);
        }
        return query.build();
    }

    private Query number(String text, List<Words.Token> tokens) {
        sought.add(new Sought(tokens.stream().map(Words.Token::stem).toList(), List.of()));
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(stems(tokens), Occur.SHOULD);
        String whole = DiaryNumbers.whole(text);
        if (!whole.isEmpty()) {
            query.add(new BoostQuery(new TermQuery(new Term(Fields.NUMBER_PART, whole)), NUMBER_WEIGHT), Occur.SHOULD);
        }
        return query.build();
    }

    private static Query stems(List<Words.Token> tokens) {
        PhraseQuery.Builder row = new PhraseQuery.Builder();
        tokens.forEach(t -> row.add(new Term(Fields.TEXT, t.stem())));
        return row.build();
    }

    private Query phrase(String text, boolean shown) {
        List<Words.Token> tokens = Words.of(text);
        PhraseQuery.Builder row = new PhraseQuery.Builder();
        tokens.forEach(t -> row.add(new Term(Fields.EXACT, t.word())));
        if (shown) {
            sought.add(new Sought(
                    tokens.stream().map(Words.Token::stem).toList(),
                    tokens.stream().map(Words.Token::word).toList()));
        }
        return row.build();
    }

    private Query prefix(String text) {
        StringBuilder folded = new StringBuilder();
        Words.of(text).forEach(t -> folded.append(t.word()));
        return new ConstantScoreQuery(new PrefixQuery(new Term(Fields.EXACT, folded.toString())));
    }

    /** Numbers may be typed with blanks ({@code KS 2026/123}): up to three words in a row are tried as one number. */
    private void numbers(BooleanQuery.Builder whole) {
        List<QueryClause> clauses = reading.clauses();
        for (int from = 0; from < clauses.size(); from++) {
            StringBuilder written = new StringBuilder();
            for (int to = from; to < Math.min(from + 3, clauses.size()); to++) {
                if (!(clauses.get(to) instanceof QueryClause.Word(String text))) {
                    break;
                }
                written.append(' ').append(text);
                String number = DiaryNumbers.whole(written.toString());
                if (number.indexOf('/') > 0) {
                    whole.add(weighing(Fields.NUMBER, number, WHOLE_NUMBER), Occur.SHOULD);
                    whole.add(weighing(Fields.NUMBER_PART, number, NUMBER_RUN), Occur.SHOULD);
                }
            }
        }
    }

    /**
     * Words that stand close in the query are likely to stand close in what is meant. Stop words stand close
     * everywhere: where nothing else was asked, their places are not compared, in nearly every record.
     */
    private void neighbours(BooleanQuery.Builder whole) {
        String before = "";
        for (QueryClause clause : StopWords.without(reading.clauses())) {
            String now = "";
            if (clause instanceof QueryClause.Word(String text) && !StopWords.isStop(clause)) {
                List<Words.Token> tokens = Words.of(text);
                if (tokens.size() == 1) {
                    now = tokens.getFirst().stem();
                }
            }
            if (!before.isEmpty() && !now.isEmpty()) {
                whole.add(new BoostQuery(new PhraseQuery(NEAR, Fields.TEXT, before, now), NEAR_WEIGHT), Occur.SHOULD);
            }
            before = now;
        }
    }

    private static Query weighing(String field, String number, float weight) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, number))), weight);
    }

    private static Query filter(SearchFilter filter) {
        return switch (filter) {
            case SearchFilter.Equal(SearchField field, String value) -> equal(field, value);
            case SearchFilter.OneOf(SearchField field, List<String> values) -> oneOf(field, values);
            case SearchFilter.Days(LocalDate first, LocalDate last) ->
                LongPoint.newRangeQuery(Fields.DAY, first.toEpochDay(), last.toEpochDay());
            case SearchFilter.Years(int first, int last) -> IntPoint.newRangeQuery(Fields.YEAR, first, last);
        };
    }

    private static Query equal(SearchField field, String value) {
        return new TermQuery(
                new Term(Fields.filter(field), DocumentForm.value(value).toLowerCase(Locale.ROOT)));
    }

    private static Query oneOf(SearchField field, List<String> values) {
        if (field == SearchField.YEAR) {
            return IntPoint.newSetQuery(
                    Fields.YEAR, values.stream().mapToInt(Integer::parseInt).toArray());
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        values.forEach(value -> any.add(equal(field, value), Occur.SHOULD));
        return any.build();
    }
}
