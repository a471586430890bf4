package se.sigill.search;

import java.math.BigDecimal;
import se.sigill.core.json.Json;

/**
 * One record found.
 *
 * @param rank 1 for the best
 * @param id the record's id
 * @param title its title
 * @param score in ten-thousandths; comparable within one answer only
 * @param snippet the best passage
 * @param part path of the part in which that passage stands; empty if the record has one part or the passage is its
 *     description
 * @param partName name of that part; may be empty
 * @param page page of that passage, 0 where there are no pages
 * @param quoted whether its text may be shown in an answer; if not, snippet, part and page say nothing
 */
public record Hit(
        int rank,
        String id,
        String title,
        long score,
        Snippet snippet,
        String part,
        String partName,
        int page,
        boolean quoted) {

    /** The score with four decimals and a point, for example {@code 12.0400}. */
    public String scoreText() {
        return BigDecimal.valueOf(score, 4).toPlainString();
    }

    /** The mark to ask for the page after this hit. */
    public SearchRequest.PageMark mark() {
        return new SearchRequest.PageMark(rank, score, id);
    }

    /**
     * The line of {@code sigill search --json}: rank, id, title, score, snippet, page where there are pages, and
     * {@code withheld} if the text is not shown in answers.
     */
    public Json toJson() {
        Json.Obj line = Json.object()
                .with("rank", rank)
                .with("id", id)
                .with("title", title)
                .with("score", new Json.Num(scoreText()))
                .with("snippet", snippet.text());
        Json.Obj placed = page == 0 ? line : line.with("page", page);
        return quoted ? placed : placed.with("withheld", true);
    }
}
