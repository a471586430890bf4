package se.sigill.staff.page;

import java.util.List;
import se.sigill.look.Language;

/**
 * The door.
 *
 * @param problem why the last try did not let in; empty at the first
 * @param name that was typed
 * @param to path to go on to
 */
public record LoginPage(Frame frame, String problem, String name, String to) {
    public static LoginPage of(Language l, String archive, String problem, String name, String to) {
        Frame frame = new Frame(l, archive, l.say("Logga in", "Log in"), "/logga-in", "", List.of());
        return new LoginPage(frame, problem, name, to);
    }
}
