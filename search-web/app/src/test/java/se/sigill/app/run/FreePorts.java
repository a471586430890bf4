package se.sigill.app.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Settings with which the two servers of a test do not meet those of another, and start soon. */
public final class FreePorts {
    private FreePorts() {}

    /**
     * Chooses two ports of this machine that nobody listens to now.
     *
     * @param home of an archive that is founded and not served; its settings are added to
     */
    public static void choose(Path home) throws IOException {
        try (ServerSocket staff = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(
                    home.resolve("sigill.conf"),
                    "staff.listen = 127.0.0.1:" + staff.getLocalPort() + "\nopen.listen = 127.0.0.1:"
                            + open.getLocalPort()
                            + "\nserve.class-cache = no\nserve.java-options = -XX:TieredStopAtLevel=1\n",
                    StandardOpenOption.APPEND);
        }
    }
}
