package se.sigill.app.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CommandStreamTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private OptionalInt receive(byte[] stream) throws IOException {
        return CommandStream.receive(
                new ByteArrayInputStream(stream), new PrintWriter(out), new PrintWriter(err), bytes);
    }

    @Test
    void whatIsPrintedArrivesAsItWasPrinted() throws IOException {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        CommandStream.Sender sender = new CommandStream.Sender(wire);
        PrintWriter text = sender.writer(false);
        byte[] every = new byte[256];
        for (int i = 0; i < every.length; i++) {
            every[i] = (byte) i;
        }

        text.print("räksmörgås \uD83D\uDE00\n\"citat\"\n");
        text.flush();
        sender.writer(true).println("fel");
        try (OutputStream to = sender.bytes()) {
            to.write(every);
            to.write(255);
        }
        sender.exit(3);

        assertEquals(OptionalInt.of(3), receive(wire.toByteArray()));
        assertEquals("räksmörgås \uD83D\uDE00\n\"citat\"\n", out.toString());
        assertEquals("fel" + System.lineSeparator(), err.toString());
        assertEquals(257, bytes.size());
        assertArrayEquals(every, java.util.Arrays.copyOf(bytes.toByteArray(), 256));
    }

    @Test
    void aServerThatEndsBeforeTheCommandHasNoExitCode() throws IOException {
        assertEquals(OptionalInt.empty(), receive("{\"out\":\"halva\"}\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals("halva", out.toString());
    }

    /** Whoever typed it has pressed Ctrl-C; the command goes on. */
    @Test
    void aReaderWhoIsGoneStopsNobody() {
        CommandStream.Sender sender = new CommandStream.Sender(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("broken pipe");
            }
        });

        PrintWriter text = sender.writer(false);
        text.println("till ingen");
        text.flush();

        sender.exit(0);
        assertEquals(false, text.checkError());
    }
}
