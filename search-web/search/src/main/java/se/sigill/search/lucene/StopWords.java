package se.sigill.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.sigill.search.QueryClause;

/** Swedish words that ask and join but name nothing. They are left out of a query that has other words. */
final class StopWords {
    private static final Set<String> WORDS = Set.of("""
            alla allt and att av bli blir blev både de dem den denna detta dessa det dig din du där
            då efter eller en enligt er ert ett finns för från får göra gör ha hade han har hon hur
            här i in inom inte ja jag kan kommer krävs kunna man med mellan mig min mot mycket måste
            möjlighet någon något några när och också om oss på sig sin sina ska skall som så the
            till under upp ut utan vad var varför vara vart varit vem vi vid vilka vilken vilket
            vill vilja än är åt över
            """.strip().split("\\s+"));

    private StopWords() {}

    /** Each clause once, without plain stop words; with them if nothing else would be left to look for. */
    static List<QueryClause> without(List<QueryClause> clauses) {
        List<QueryClause> kept = new ArrayList<>();
        boolean asks = false;
        List<QueryClause> all = clauses.stream().distinct().toList();
        for (QueryClause clause : all) {
            if (!isStop(clause)) {
                kept.add(clause);
                asks |= !(clause instanceof QueryClause.Not) && !(clause instanceof QueryClause.Only);
            }
        }
        return asks ? kept : all;
    }

    /** Whether it is one of these words and no more. */
    static boolean isStop(QueryClause clause) {
        if (!(clause instanceof QueryClause.Word(String text))) {
            return false;
        }
        List<Words.Token> tokens = Words.of(text);
        return tokens.size() == 1 && WORDS.contains(tokens.getFirst().word());
    }
}
