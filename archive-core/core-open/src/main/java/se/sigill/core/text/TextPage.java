package se.sigill.core.text;

/**
 * One page of text.
 *
 * @param number counted from 1; 0 where the format has no pages
 * @param text with line feeds; no other control characters but tab
 */
public record TextPage(int number, String text) {
    public TextPage {
        if (number < 0) {
            throw new IllegalArgumentException("a page number is 0 or more");
        }
    }
}
