package se.sigill.core.json;

/** Text that is no JSON, or JSON of another shape than the reader expects. The message names the place. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JsonException(String message) {
        super(message);
    }

    public JsonException(String message, Throwable cause) {
        super(message, cause);
    }
}
