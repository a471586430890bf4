package se.sigill.staff.page;

import se.sigill.look.Language;

/**
 * Registers what somebody asked for by phone, at the desk, by mail or letter. Nobody is asked who they are.
 *
 * @param words as they were typed; may be empty
 */
public record NewRequestPage(Frame frame, String problem, String words, String records) {
    public static NewRequestPage of(Surround around, String problem, String words, String records) {
        Language l = around.language();
        return new NewRequestPage(
                around.frame(
                        Place.REQUESTS,
                        l.say("Registrera en begäran", "Register a request"),
                        Place.REQUESTS.path() + "/ny"),
                problem,
                words,
                records);
    }
}
