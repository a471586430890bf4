package se.sigill.open.answer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.CDI;

/** What is known of who asks, as long as the answer takes: whether they sit at a screen in the hall. */
@RequestScoped
public class Visit {
    private boolean atTerminal;

    /** The one of the request that is answered now. */
    static Visit current() {
        return CDI.current().select(Visit.class).get();
    }

    boolean isAtTerminal() {
        return atTerminal;
    }

    void setAtTerminal(boolean atTerminal) {
        this.atTerminal = atTerminal;
    }
}
