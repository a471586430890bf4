package se.sigill.engines.part;

import org.xml.sax.SAXException;

/** How much text a file may still give, over all its parts. Not for several threads. */
public final class TextBudget {
    private long left;
    private boolean spent;

    public TextBudget(long characters) {
        this.left = characters;
    }

    /** Nothing is left: stop reading. */
    public static final class Spent extends SAXException {
        private static final long serialVersionUID = 1L;
    }

    /** Takes up to so many characters; how many were left to take. */
    public int take(int wanted) {
        int given = (int) Math.min(wanted, left);
        left -= given;
        spent |= given < wanted;
        return given;
    }

    /** Whether somebody got less than was wanted. */
    public boolean spent() {
        return spent;
    }

    public long left() {
        return left;
    }
}
