package se.sigill.container;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.arquillian.core.spi.LoadableExtension;
import se.sigill.app.serve.ServerTexts;
import se.sigill.core.config.Endpoint;

/**
 * The folder of the server that Arquillian starts: what our own servers are told, but for the four lines that differ
 * when web archives come and go. Made before Arquillian reads its configuration, which names it by properties of the
 * system; the runtime itself is only read.
 */
public final class ServerFolder implements LoadableExtension {
    /** No other server of this machine has the name: Arquillian takes any of the same name for its own. */
    private static final String NAME = "containertest";

    private static final String PORT = "sigill.container.port";

    @Override
    public void register(ExtensionBuilder builder) {
        if (System.getProperty(PORT) == null) {
            try {
                make();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Where everything lies that is made here; deleted when the next tests begin. */
    static Path top() {
        return Path.of(Objects.requireNonNull(System.getProperty("sigill.container"), "sigill.container is not set"));
    }

    /** The home of the archive that the staff site opens, whenever it is deployed. */
    static Path home() {
        return top().resolve("arkiv");
    }

    /** The home of the open zone; the configuration of an archive in {@link #home} names it if nothing is said. */
    static Path outside() {
        return top().resolve("arkiv-outside");
    }

    /** With a slash at its end. */
    static String address() {
        return "http://localhost:" + System.getProperty(PORT) + "/";
    }

    private static void make() throws IOException {
        Archives.delete(top());
        Path usr = top().resolve("usr");
        Path folder = Files.createDirectories(usr.resolve("servers").resolve(NAME));
        Endpoint endpoint = new Endpoint("127.0.0.1", freePort(), true);
        Files.writeString(folder.resolve("server.xml"), xml(endpoint));
        Files.writeString(folder.resolve("bootstrap.properties"), ServerTexts.bootstrap(endpoint, properties()));
        Files.write(
                folder.resolve("jvm.options"),
                List.of(
                        "-Xmx768m",
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.awt.headless=true",
                        "--enable-native-access=ALL-UNNAMED"));
        System.setProperty("sigill.container.usr", usr.toString());
        System.setProperty("sigill.container.server", NAME);
        System.setProperty(PORT, Integer.toString(endpoint.port()));
    }

    private static Map<String, String> properties() {
        return Map.of(
                "sigill.open.terminals",
                OpenServerTest.TERMINAL,
                "sigill.home",
                home().toString(),
                "sigill.engines",
                System.getProperty("sigill.engines", ""),
                "sigill.outside",
                outside().toString(),
                "sigill.open.rate",
                "1000",
                "sigill.open.proxied",
                "true",
                "sigill.authority",
                "Kommunstyrelsen");
    }

    private static String xml(Endpoint endpoint) {
        String ours = ServerTexts.xml(endpoint);
        String changed = replace(
                ours,
                "  </featureManager>",
                "    <!-- By which Arquillian asks whether a web archive has started. -->\n"
                        + "    <feature>localConnector-1.0</feature>\n  </featureManager>");
        changed = replace(
                changed,
                "<applicationMonitor updateTrigger=\"disabled\" dropinsEnabled=\"false\"/>",
                "<applicationMonitor updateTrigger=\"polled\" pollingRate=\"100ms\" dropinsEnabled=\"true\"/>");
        return replace(changed, "  <webApplication location=\"nowhere\" contextRoot=\"/\"/>\n", "");
    }

    private static String replace(String text, String old, String next) {
        assertTrue(text.contains(old), "our server.xml has no longer: " + old);
        return text.replace(old, next);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
