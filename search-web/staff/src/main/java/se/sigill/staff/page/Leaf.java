package se.sigill.staff.page;

import java.util.Optional;

/**
 * A page of a record: its text, and beside it how it looks. Where the text has no pages, the whole text and one page at
 * a time beside it.
 *
 * @param anchor its id on the site's page
 * @param text may be empty where the page is all image
 */
public record Leaf(String anchor, String label, String text, Optional<Picture> picture) {
    /**
     * An image that the browser fetches when it is about to be seen.
     *
     * @param alt names the page; the text is the same in words
     * @param problem why there is no image; empty if there is one
     * @param position which page of how many, where one looks at one at a time; else empty
     * @param before the address of the same with the page before, {@code after} with the next
     */
    public record Picture(
            String link,
            String alt,
            String problem,
            String position,
            Optional<String> before,
            Optional<String> after) {}
}
