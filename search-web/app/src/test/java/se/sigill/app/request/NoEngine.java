package se.sigill.app.request;

import se.sigill.formats.letter.Letters;
import se.sigill.formats.part.Withholding;

/** For answers that need none: whoever asks for one fails the test. */
final class NoEngine {
    private NoEngine() {}

    static Letters letters() {
        throw new AssertionError("no letter was to be made");
    }

    static Withholding copies() {
        throw new AssertionError("no copy in part was to be made");
    }
}
