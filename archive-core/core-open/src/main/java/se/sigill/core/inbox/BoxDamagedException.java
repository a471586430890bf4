package se.sigill.core.inbox;

import java.io.IOException;

/**
 * What lies in a box is not as it was laid there: changed, cut off, put in another's place, or opened with another key.
 * Nothing of the part that is wrong was given; what was given before was laid there, and is not all of it.
 */
public final class BoxDamagedException extends IOException {
    private static final long serialVersionUID = 1L;

    public BoxDamagedException(String message) {
        super(message);
    }
}
