package se.sigill.search.lucene;

import java.util.ArrayList;
import java.util.List;
import se.sigill.search.Snippet;

/** Cuts a snippet out of a page: whole words, single blanks, marks moved along. */
final class SnippetText {
    /** Text shown before the first match. */
    private static final int LEAD = 60;

    private static final String MORE = "…";

    private final StringBuilder out = new StringBuilder();
    private final List<Snippet.Range> moved = new ArrayList<>();
    private final String text;

    private SnippetText(String text) {
        this.text = text;
    }

    /**
     * @param pageStart first character of the page
     * @param pageEnd first character after it
     * @param at the first match
     * @param marks what to mark, by offsets of {@code text}, in order
     */
    static Snippet of(String text, int pageStart, int pageEnd, int at, List<Snippet.Range> marks) {
        int start = wordStart(text, Math.max(pageStart, at - LEAD), pageStart, at);
        int end = wordEnd(text, Math.min(pageEnd, at + Passages.LENGTH), pageEnd, at);
        SnippetText snippet = new SnippetText(text);
        if (start > pageStart) {
            snippet.out.append(MORE);
        }
        int from = start;
        for (Snippet.Range mark : marks) {
            if (mark.start() >= from && mark.end() <= end) {
                snippet.copy(from, mark.start());
                int begin = snippet.out.length();
                snippet.copy(mark.start(), mark.end());
                if (snippet.out.length() > begin) {
                    snippet.moved.add(new Snippet.Range(begin, snippet.out.length()));
                }
                from = mark.end();
            }
        }
        snippet.copy(from, end);
        while (!snippet.out.isEmpty() && snippet.out.charAt(snippet.out.length() - 1) == ' ') {
            snippet.out.setLength(snippet.out.length() - 1);
        }
        if (end < pageEnd && !text.substring(end, pageEnd).isBlank()) {
            snippet.out.append(MORE);
        }
        return new Snippet(snippet.out.toString(), snippet.moved);
    }

    /** Copies text with each run of blanks and controls as one blank, and without soft hyphens. */
    private void copy(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isISOControl(c) || Character.isSpaceChar(c)) {
                if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
            } else if (c != '\u00ad') {
                out.append(c);
            }
        }
    }

    private static int wordStart(String text, int wanted, int least, int most) {
        int start = wanted;
        while (start > least && start < most && !Character.isWhitespace(text.charAt(start - 1))) {
            start++;
        }
        return start;
    }

    private static int wordEnd(String text, int wanted, int most, int least) {
        if (wanted >= most || Character.isWhitespace(text.charAt(wanted))) {
            return wanted;
        }
        int end = wanted;
        while (end > least && !Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end > least ? end : Character.isLowSurrogate(text.charAt(wanted)) ? wanted - 1 : wanted;
    }
}
