package se.sigill.staff.page;

import java.util.List;
import se.sigill.app.people.Account;
import se.sigill.app.wiring.User;
import se.sigill.core.access.Viewer;
import se.sigill.look.Language;

/**
 * One's own account.
 *
 * @param roles each with its authority
 * @param secret of the second factor that is to be confirmed; empty if none is
 * @param uri the same for an app
 * @param problems why the last change was not made
 */
public record AccountPage(
        Frame frame,
        String name,
        List<String> roles,
        boolean secondFactor,
        boolean mustChangePassword,
        String secret,
        String uri,
        List<String> problems) {
    public AccountPage {
        roles = List.copyOf(roles);
        problems = List.copyOf(problems);
    }

    /** @param secret of a second factor that is to be confirmed, {@code uri} the same for an app; both may be empty */
    public static AccountPage of(Surround around, Account account, String secret, String uri, List<String> problems) {
        Language l = around.language();
        List<String> roles = new User.OfStaff(account.name())
                .viewers(around.archive().catalogue()).stream()
                        .filter(Viewer.Staff.class::isInstance)
                        .map(Viewer.Staff.class::cast)
                        .map(staff -> Words.role(staff.role(), l) + ", " + staff.authority())
                        .toList();
        return new AccountPage(
                around.frame(Place.ACCOUNT, l.say("Ditt konto", "Your account")),
                account.name(),
                roles,
                !account.secondFactorMissing(),
                account.mustChangePassword(),
                secret,
                uri,
                problems);
    }
}
