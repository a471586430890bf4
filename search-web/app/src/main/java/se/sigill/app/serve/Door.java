package se.sigill.app.serve;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import se.sigill.core.config.Endpoint;

/**
 * Whether anybody listens where a server will. Asking costs one connection and no TLS: whoever waits for a server that
 * is starting must not take from it the processor that it starts with.
 */
final class Door {
    /** On this machine a connection is taken or refused at once. */
    private static final Duration CONNECT_MAX = Duration.ofMillis(500);

    private final InetSocketAddress address;

    Door(Endpoint endpoint) {
        this.address = new InetSocketAddress(endpoint.localHost(), endpoint.port());
    }

    /** True as soon as a connection is taken. That says nothing of what answers, or whether it is ready. */
    boolean isOpen() {
        try (Socket socket = new Socket()) {
            socket.connect(address, Math.toIntExact(CONNECT_MAX.toMillis()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
