package se.sigill.app.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.config.ArchiveConfig;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.core.keys.ServerKey;

/** The two servers of an archive, which come and go while others use them. */
public record TwoServers(Running running) {
    private static final List<String> SERVERS = List.of("staff", "open");
    private static final int STARTS_MAX = 4;

    /** Gives them ports that are free now, the open one without TLS and without limits for an address. */
    public static TwoServers configured(Running running) throws IOException {
        return configured(running, "serve.class-cache = no\n");
    }

    /**
     * As whoever installs them has them from the second start on: the first, which keeps the classes for later ones, is
     * over. Takes a minute.
     */
    public static TwoServers startedBefore(Running running) throws IOException {
        TwoServers servers = configured(running, "");
        servers.start();
        servers.stop();
        return servers;
    }

    private static TwoServers configured(Running running, String more) throws IOException {
        try (ServerSocket staff = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(
                    new Home(running.home()).config(),
                    "staff.listen = 127.0.0.1:" + staff.getLocalPort() + "\nopen.listen = 127.0.0.1:"
                            + open.getLocalPort()
                            + "\nopen.protocol = plain\nopen.public-address = http://arkiv.example\n"
                            + "open.requests-per-second = 1000000\n" + more,
                    StandardOpenOption.APPEND);
        }
        return new TwoServers(running);
    }

    private ArchiveConfig.Servers config() {
        return ConfigReader.read(new Home(running.home()).config()).servers();
    }

    /** With a slash at its end. */
    public String openSite() {
        return config().open().address();
    }

    /** With a slash at its end. */
    public String staffSite() {
        return config().staff().address();
    }

    public OutsideHome outside() {
        return new OutsideHome(config().outside());
    }

    /** Believes the staff server's own certificate, which is made at its first start. */
    public SSLContext trust() throws IOException, GeneralSecurityException {
        KeyStore believed = KeyStore.getInstance(KeyStore.getDefaultType());
        believed.load(null, null);
        believed.setCertificateEntry(
                "server",
                new ServerKey(running.home().resolve("keys")).identity().certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(believed);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** A machine that is busy with other things may need longer than the command waits. */
    public void start() {
        int tries = 1;
        while (running.type("serve", "--json").exit() != 0 && tries < STARTS_MAX) {
            tries++;
        }
        running.type("serve", "--json").expect(0);
    }

    /** Whatever state they are in. */
    public void stop() {
        if (running.type("stop", "--wait", "PT60S").exit() != 0) {
            kill(0);
            kill(1);
        }
    }

    /** Ends one of the two at once. */
    public void kill(int which) {
        String name = SERVERS.get(Math.floorMod(which, SERVERS.size()));
        Path number = (name.equals("staff") ? running.home() : outside().root())
                .resolve("run")
                .resolve(name + ".pid");
        if (!Files.exists(number)) {
            return;
        }
        try {
            ProcessHandle.of(Long.parseLong(Files.readString(number).strip())).ifPresent(process -> {
                process.destroyForcibly();
                process.onExit().join();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
