package se.sigill.open.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Bodies of forms: those of browsers, and those of others. */
final class SentTest {
    private static Optional<Sent> read(String body) {
        return Sent.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsWhatABrowserWrites() {
        Sent sent = read("ord=r%C3%A4ksm%C3%B6rg%C3%A5s+%26%0D%0Amer&id=a&id=b&tom=&bar")
                .orElseThrow();

        assertEquals("räksmörgås &\r\nmer", sent.first("ord"));
        assertEquals(List.of("a", "b"), sent.all("id"));
        assertEquals("", sent.first("tom"));
        assertEquals(List.of(""), sent.all("bar"));
        assertEquals(List.of(), sent.all("finns-inte"));
        assertEquals("", read("").orElseThrow().first("ord"));
    }

    @Test
    void hasRoomForTheLongestTextInAnyLetters() {
        assertTrue(read("ord=" + SampleInside.form("橋".repeat(20_000))).isPresent());
    }

    @Test
    void refusesWhatIsTooMuchOrNoForm() {
        assertTrue(read("ord=" + "x".repeat(Sent.BYTES_MAX)).isEmpty());
        assertTrue(read("a=b&".repeat(Sent.FIELDS_MAX) + "a=b").isEmpty());
        assertTrue(read("a=%zz").isEmpty());
        assertTrue(read("a=%").isEmpty());
        assertTrue(Sent.read(new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("gone");
                    }
                })
                .isEmpty());
    }

    @Test
    void bytesThatAreNoTextBecomeNoLetters() {
        assertEquals("\uFFFD\uFFFD", read("ord=%FF%FE").orElseThrow().first("ord"));
    }
}
