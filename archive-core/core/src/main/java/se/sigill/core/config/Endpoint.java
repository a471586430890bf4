package se.sigill.core.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a server listens.
 *
 * @param host a name or an address; {@code *} for every address of the machine
 * @param plain without TLS, behind a proxy on this machine that speaks it
 */
public record Endpoint(String host, int port, boolean plain) {
    /** Every address of the machine. */
    public static final String EVERYWHERE = "*";

    private static final Pattern LISTEN = Pattern.compile("(\\*|[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(?::([0-9]{1,5}))");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.[0-9.]+|::1");
    static final int PORT_MAX = 65_535;

    /** @throws IllegalArgumentException if the port is none, or a plain server could be reached from elsewhere */
    public Endpoint {
        if (port < 1 || port > PORT_MAX) {
            throw new IllegalArgumentException("not a port");
        }
        if (plain && !LOOPBACK.matcher(host).matches()) {
            throw new IllegalArgumentException("plain is for a loopback address");
        }
    }

    /**
     * Reads {@code HOST:PORT}; an IPv6 address stands in brackets.
     *
     * @throws IllegalArgumentException if it is nothing of the kind
     */
    static Endpoint of(String listen, boolean plain) {
        Matcher matcher = LISTEN.matcher(listen);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not HOST:PORT");
        }
        String host = matcher.group(1).replace("[", "").replace("]", "");
        return new Endpoint(host, Integer.parseInt(matcher.group(2)), plain);
    }

    /** The host by which programs on this machine reach it. */
    public String localHost() {
        return host.equals(EVERYWHERE) ? "127.0.0.1" : host;
    }

    /** The address by which it is reached from this machine, with a slash at its end. */
    public String address() {
        String name = localHost().contains(":") ? "[" + localHost() + "]" : localHost();
        return (plain ? "http://" : "https://") + name + ":" + port + "/";
    }
}
