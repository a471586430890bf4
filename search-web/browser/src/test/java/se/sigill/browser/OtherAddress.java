package se.sigill.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** The open site as another computer reaches it: whoever comes this way has another address. Carries bytes, no more. */
final class OtherAddress implements AutoCloseable {
    /** Another address of this machine. */
    static final String FROM = "127.0.0.7";

    private final ServerSocket door;
    private final URI site;

    /** @param address of the site */
    OtherAddress(String address) throws IOException {
        this.site = URI.create(address);
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread _ = Thread.ofVirtual().start(this::open);
    }

    /** Where the site is found on this way. */
    String address() {
        return site.getScheme() + "://127.0.0.1:" + door.getLocalPort() + "/";
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                Socket visitor = door.accept();
                Socket server =
                        new Socket(InetAddress.getLoopbackAddress(), site.getPort(), InetAddress.ofLiteral(FROM), 0);
                Thread _ = Thread.ofVirtual().start(() -> carry(visitor, server));
                Thread _ = Thread.ofVirtual().start(() -> carry(server, visitor));
            } catch (IOException e) {
                // Closed, or the site refuses: the browser sees that too.
            }
        }
    }

    private static void carry(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // One of the two has gone.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
