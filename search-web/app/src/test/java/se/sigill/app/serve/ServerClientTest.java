package se.sigill.app.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.config.Endpoint;
import se.sigill.core.keys.ServerKey;
import se.sigill.core.seal.bouncy.BouncySeal;

/** Against the JDK's own server, with a key as the servers have it. */
class ServerClientTest {
    private static final Duration WAIT = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private HttpsServer server;
    private ServerKey key;

    @BeforeEach
    void serves() throws Exception {
        key = key("own");
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(key)));
        server.createContext("/api/status", exchange -> {
            byte[] body = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void ends() {
        server.stop(0);
    }

    private ServerKey key(String name) {
        SecureRandom random = new SecureRandom();
        // Names of another host: what is compared is the certificate, not what stands in it.
        return new ServerKey(folder.resolve(name))
                .make(new ServerKey.Maker(
                        "test", List.of("arkiv.example"), BouncySeal.issuer(random), Clock.systemUTC(), random));
    }

    private static SSLContext context(ServerKey key) throws Exception {
        char[] password = Files.readString(key.passwordFile()).strip().toCharArray();
        KeyStore store = KeyStore.getInstance(key.file().toFile(), password);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private Optional<ServerClient.Answer> ask(ServerKey believed, String token) {
        Endpoint endpoint = new Endpoint("127.0.0.1", server.getAddress().getPort(), false);
        try (ServerClient client = new ServerClient(endpoint, believed)) {
            return client.get("api/status", token, WAIT);
        }
    }

    @Test
    void showsTheTokenToTheServerWhoseCertificateItKnows() {
        assertEquals(Optional.of(new ServerClient.Answer(200, "Bearer abc")), ask(key, "abc"));
        assertEquals(Optional.of(new ServerClient.Answer(200, "null")), ask(key, ""));
    }

    @Test
    void saysNothingToAnyOther() {
        assertTrue(ask(key("other"), "abc").isEmpty());
    }
}
