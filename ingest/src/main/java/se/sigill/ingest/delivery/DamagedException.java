package se.sigill.ingest.delivery;

import java.io.IOException;

/** The bytes of a source are not what it says they are; carries the code a finding is made of. */
public final class DamagedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final DeliveryFinding code;

    public DamagedException(DeliveryFinding code, String message) {
        super(message);
        this.code = code;
    }

    public DeliveryFinding code() {
        return code;
    }
}
