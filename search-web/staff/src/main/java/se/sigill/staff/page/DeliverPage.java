package se.sigill.staff.page;

import java.util.List;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.access.Viewer;
import se.sigill.look.Language;

/**
 * Where a delivery is handed in.
 *
 * @param system that was typed before, {@code authority} chosen before
 * @param authorities whose records the visitor may hand in
 * @param problem why it was not received; empty if nothing was tried yet
 */
public record DeliverPage(
        Frame frame, String system, String authority, List<String> authorities, String problem, String limit) {
    public DeliverPage {
        authorities = List.copyOf(authorities);
    }

    public static DeliverPage of(Surround around, String system, String authority, String problem, String limit) {
        Language l = around.language();
        return new DeliverPage(
                around.frame(Place.DELIVER, l.say("Leverera till arkivet", "Deliver to the archive")),
                system,
                authority,
                authorities(around.archive()),
                problem,
                limit);
    }

    /** Those for which the visitor has a role that delivers. */
    public static List<String> authorities(OpenArchive archive) {
        return archive.sight().viewers().stream()
                .filter(Viewer.Staff.class::isInstance)
                .map(Viewer.Staff.class::cast)
                .filter(staff -> staff.role() == Viewer.Role.ARCHIVIST || staff.role() == Viewer.Role.REGISTRAR)
                .map(Viewer.Staff::authority)
                .distinct()
                .toList();
    }
}
