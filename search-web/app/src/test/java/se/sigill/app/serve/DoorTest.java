package se.sigill.app.serve;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import se.sigill.core.config.Endpoint;

class DoorTest {
    @Test
    void isOpenFromWhenSomebodyListensUntilNobodyDoes() throws IOException {
        Door door;
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            door = new Door(new Endpoint("127.0.0.1", listening.getLocalPort(), false));

            assertTrue(door.isOpen());
        }

        assertFalse(door.isOpen());
    }

    @Test
    void isTheLoopbackDoorOfAServerThatListensEverywhere() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertTrue(new Door(new Endpoint(Endpoint.EVERYWHERE, listening.getLocalPort(), false)).isOpen());
        }
    }
}
