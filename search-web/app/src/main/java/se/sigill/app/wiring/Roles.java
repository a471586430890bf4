package se.sigill.app.wiring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.sigill.core.ArchiveException;
import se.sigill.core.access.Viewer;
import se.sigill.core.catalogue.Adoption;
import se.sigill.core.catalogue.Catalogue;

/**
 * Who is there for what: the adopted table {@code account,authority,role}, one role a line. An account may have several
 * lines. Where no table was adopted, or it does not name the account, nobody has a role.
 */
public final class Roles {
    /** The kind of the adopted document. */
    public static final String KIND = "roles";

    private static final String HEAD = "account,authority,role";

    private Roles() {}

    static List<Viewer> of(Catalogue catalogue, String account) {
        Optional<Adoption> table = catalogue.adopted().stream()
                .filter(a -> a.kind().equals(KIND))
                .max(Comparator.comparing(Adoption::act));
        return table.map(t -> read(t.document()).stream()
                        .filter(line -> line.account().equals(account))
                        .map(Line::viewer)
                        .toList())
                .orElse(List.of());
    }

    /** One line of the table. */
    public record Line(String account, Viewer viewer) {}

    /** @throws ArchiveException.WrongUsage naming the line that is wrong */
    public static List<Line> read(String csv) {
        List<String> rows = csv.lines().filter(line -> !line.isBlank()).toList();
        if (rows.isEmpty() || !rows.getFirst().strip().equalsIgnoreCase(HEAD)) {
            throw new ArchiveException.WrongUsage("the table of roles begins with the line " + HEAD);
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            String[] cells = rows.get(i).split(",", -1);
            if (cells.length != 3 || cells[0].isBlank() || cells[1].isBlank()) {
                throw new ArchiveException.WrongUsage("roles:" + (i + 1) + ": a line is account,authority,role");
            }
            lines.add(new Line(cells[0].strip(), new Viewer.Staff(cells[1].strip(), role(cells[2], i + 1))));
        }
        return lines;
    }

    private static Viewer.Role role(String text, int row) {
        for (Viewer.Role role : Viewer.Role.values()) {
            if (role.word().equals(text.strip().toLowerCase(Locale.ROOT))) {
                return role;
            }
        }
        throw new ArchiveException.WrongUsage("roles:" + row + ": \"" + text.strip()
                + "\" is no role; use archivist, registrar, decision-maker, inspector or administrator");
    }
}
