package se.sigill.app.serve;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import se.sigill.core.config.Endpoint;

/** What a server is told, for tests of other modules that start one in a way of their own. */
public final class ServerTexts {
    private static final Path NOWHERE = Path.of("nowhere");

    private ServerTexts() {}

    /** {@code server.xml} as every server has it. */
    public static String xml(Endpoint endpoint) {
        return ServerXml.of(endpoint, NOWHERE, NOWHERE);
    }

    /** {@code bootstrap.properties} with these properties of the system. */
    public static String bootstrap(Endpoint endpoint, Map<String, String> properties) {
        ServerSettings settings =
                new ServerSettings(new ServerPlace(Server.STAFF, NOWHERE), endpoint, properties, 1, false, List.of());
        return new LibertyFiles(settings, new Installation(NOWHERE, NOWHERE, NOWHERE)).bootstrap();
    }
}
