package se.sigill.core.tlog;

/** Bytes that are no note, checkpoint, key or tile path. The message says what was expected. */
public final class TlogFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TlogFormatException(String message) {
        super(message);
    }

    public TlogFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
