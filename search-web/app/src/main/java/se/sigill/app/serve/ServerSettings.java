package se.sigill.app.serve;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.sigill.core.config.ArchiveConfig;
import se.sigill.core.config.Endpoint;
import se.sigill.core.config.Home;

/**
 * What one server is told.
 *
 * @param properties system properties that its web archive reads; no secrets
 * @param heapMebibytes the most that its heap may take
 * @param classCache whether its runs keep their classes for later ones
 * @param javaOptions of the configuration, after our own
 */
record ServerSettings(
        ServerPlace place,
        Endpoint endpoint,
        Map<String, String> properties,
        int heapMebibytes,
        boolean classCache,
        List<String> javaOptions) {
    /** For some people who read at the same time, and one who delivers. */
    private static final int STAFF_MEBIBYTES = 512;

    private static final int OPEN_MEBIBYTES = 256;

    ServerSettings {
        properties = Map.copyOf(properties);
        javaOptions = List.copyOf(javaOptions);
    }

    static ServerSettings staff(Home home, ArchiveConfig config, Map<String, String> passedOn) {
        ArchiveConfig.Servers servers = config.servers();
        Map<String, String> properties = new TreeMap<>(passedOn);
        properties.put("sigill.home", home.root().toString());
        return new ServerSettings(
                ServerPlace.staff(home),
                servers.staff(),
                properties,
                STAFF_MEBIBYTES,
                servers.classCache(),
                servers.javaOptions());
    }

    /** The open server is told nothing of the inside but what anyone may know. */
    static ServerSettings open(ArchiveConfig config) {
        ArchiveConfig.Servers servers = config.servers();
        return new ServerSettings(
                ServerPlace.open(config),
                servers.open(),
                Map.of(
                        "sigill.outside", servers.outside().toString(),
                        "sigill.open.address",
                                servers.publicAddress().map(URI::toString).orElse(""),
                        "sigill.open.rate", Integer.toString(servers.requestsPerSecond()),
                        "sigill.open.terminals", terminals(servers),
                        "sigill.open.proxied", Boolean.toString(servers.open().plain()),
                        "sigill.authority", config.archive().authority()),
                OPEN_MEBIBYTES,
                servers.classCache(),
                servers.javaOptions());
    }

    private static String terminals(ArchiveConfig.Servers servers) {
        return servers.terminals().stream()
                .map(InetAddress::getHostAddress)
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** What the certificate of the server names: how this machine knows it, and how it listens. */
    List<String> hosts() {
        return Stream.of("localhost", "127.0.0.1", "::1", endpoint.localHost())
                .distinct()
                .toList();
    }
}
