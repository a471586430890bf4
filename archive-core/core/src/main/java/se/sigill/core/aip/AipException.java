package se.sigill.core.aip;

/** METS or PREMIS of another shape than we read. The message names the place, never the content. */
public final class AipException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AipException(String message) {
        super(message);
    }

    public AipException(String message, Throwable cause) {
        super(message, cause);
    }
}
