package se.sigill.app.serve;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import se.sigill.core.ArchiveException;

/**
 * What the build made for serving. Both servers read it and nobody writes to it.
 *
 * @param liberty the folder {@code wlp} of Open Liberty, unpacked
 */
public record Installation(Path liberty, Path staffWar, Path openWar) {
    /** Named by the launcher. */
    public static final String LIBERTY = "sigill.liberty";

    public static final String STAFF_WAR = "sigill.staff.war";
    public static final String OPEN_WAR = "sigill.open.war";

    /** As the launcher says. @throws ArchiveException.WrongUsage if something is not there */
    public static Installation named(UnaryOperator<String> properties) {
        return new Installation(
                there(properties, LIBERTY, "bin/tools/ws-server.jar"),
                there(properties, STAFF_WAR, ""),
                there(properties, OPEN_WAR, ""));
    }

    private static Path there(UnaryOperator<String> properties, String property, String inIt) {
        String text = properties.apply(property);
        if (text.isEmpty() || !Files.exists(Path.of(text).resolve(inIt))) {
            throw new ArchiveException.WrongUsage("the servers are not built where " + property + " says (\"" + text
                    + "\"); start Sigill with its launcher ./sigill");
        }
        return Path.of(text).toAbsolutePath().normalize();
    }

    Path war(Server server) {
        return switch (server) {
            case STAFF -> staffWar;
            case OPEN -> openWar;
        };
    }
}
