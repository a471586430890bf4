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
 */
public record Hit(
        int rank, String id, String title, long score, Snippet snippet, String part, String partName, int page) {

    /** The score with four decimals and a point, for example {@code 12.0400}. */
    public String scoreText() {
        return BigDecimal.valueOf(score, 4).toPlainString();
    }

    /** The mark to ask for the page after this hit. */
    public SearchRequest.PageMark mark() {
        return new SearchRequest.PageMark(rank, score, id);
    }

    /** The line of {@code sigill search --json}: rank, id, title, score, snippet, and page where there are pages. */
    public Json toJson() {
        Json.Obj line = Json.object()
                .with("rank", rank)
                .with("id", id)
                .with("title", title)
                .with("score", new Json.Num(scoreText()))
                .with("snippet", snippet.text());
        return page == 0 ? line : line.with("page", page);
    }
}
