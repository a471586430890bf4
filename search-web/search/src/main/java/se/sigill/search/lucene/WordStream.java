package se.sigill.search.lucene;

import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Words that were cut already, as Lucene reads them. Used once. */
final class WordStream extends TokenStream {
    private final List<Words.Token> tokens;
    private final Function<Words.Token, String> form;
    private final List<Integer> breaks;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private int next;
    private int nextBreak;

    /**
     * @param form what of a word is indexed
     * @param breaks offsets of the text, rising, over which no phrase reaches
     */
    WordStream(List<Words.Token> tokens, Function<Words.Token, String> form, List<Integer> breaks) {
        this.tokens = tokens;
        this.form = form;
        this.breaks = breaks;
    }

    @Override
    public boolean incrementToken() {
        if (next == tokens.size()) {
            return false;
        }
        clearAttributes();
        Words.Token token = tokens.get(next++);
        term.append(form.apply(token));
        offset.setOffset(token.start(), token.end());
        boolean broken = false;
        while (nextBreak < breaks.size() && token.start() >= breaks.get(nextBreak)) {
            nextBreak++;
            broken = true;
        }
        increment.setPositionIncrement(broken ? DocumentForm.BREAK : 1);
        return true;
    }
}
