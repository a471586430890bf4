package se.sigill.open.page;

import java.util.Set;
import se.sigill.look.Language;

/**
 * Where a screen in the hall rests between two people.
 *
 * @param left whether somebody has just left it
 */
public record TerminalPage(Frame frame, boolean left) {
    private static final String RESTING = "/skarm";
    private static final String LEFT = "/klar";

    /** Where nobody reads. */
    static final Set<String> PATHS = Set.of(RESTING, LEFT);

    /** Where it begins. */
    public static TerminalPage resting(Surround around) {
        Language l = around.language();
        return new TerminalPage(around.frame(l.say("Läs och sök här", "Read and search here"), RESTING), false);
    }

    /** Where it is left. */
    public static TerminalPage left(Surround around) {
        Language l = around.language();
        return new TerminalPage(around.frame(l.say("Tack för besöket", "Thank you for coming"), LEFT), true);
    }
}
