package se.sigill.app.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalInt;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;

/**
 * What a command prints while a server runs it, on its way to whoever typed it: one JSON object a line with the member
 * {@code out}, {@code err} (text), {@code bytes} (base64) or, once and last, {@code exit} (the exit code).
 */
public final class CommandStream {
    private CommandStream() {}

    /** The server's end. Safe for threads; what cannot be sent is dropped, for the command goes on without a reader. */
    public static final class Sender {
        private final OutputStream to;

        public Sender(OutputStream to) {
            this.to = to;
        }

        /** A writer whose text arrives when it is flushed. */
        public PrintWriter writer(boolean isError) {
            return new PrintWriter(new Text(isError ? "err" : "out"), isError);
        }

        public OutputStream bytes() {
            return new OutputStream() {
                @Override
                public void write(int b) {
                    write(new byte[] {(byte) b}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int from, int length) {
                    byte[] some = Arrays.copyOfRange(bytes, from, from + length);
                    send(Json.object().with("bytes", Base64.getEncoder().encodeToString(some)));
                }
            };
        }

        public void exit(int code) {
            send(Json.object().with("exit", code));
        }

        private synchronized void send(Json line) {
            try {
                to.write((JsonWriter.compact(line) + "\n").getBytes(StandardCharsets.UTF_8));
                to.flush();
            } catch (IOException _) {
                // Whoever typed the command is gone. What it does is not undone for that.
            }
        }

        private final class Text extends Writer {
            private final String member;
            private final StringBuilder text = new StringBuilder();

            Text(String member) {
                this.member = member;
            }

            @Override
            public void write(char[] chars, int from, int length) {
                text.append(chars, from, length);
            }

            @Override
            public void flush() {
                if (!text.isEmpty()) {
                    send(Json.object().with(member, text.toString()));
                    text.setLength(0);
                }
            }

            @Override
            public void close() {
                flush();
            }
        }
    }

    /**
     * The other end: prints what arrives, as it arrives.
     *
     * @return the exit code; empty if the stream ended without one
     */
    static OptionalInt receive(InputStream from, PrintWriter out, PrintWriter err, OutputStream bytes)
            throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null) {
            Json.Obj part = JsonReader.parse(line).asObject();
            if (part.has("exit")) {
                return OptionalInt.of(Math.toIntExact(part.integer("exit")));
            } else if (part.has("out")) {
                out.print(part.text("out"));
                out.flush();
            } else if (part.has("err")) {
                err.print(part.text("err"));
                err.flush();
            } else {
                bytes.write(Base64.getDecoder().decode(part.text("bytes")));
                bytes.flush();
            }
            line = lines.readLine();
        }
        return OptionalInt.empty();
    }
}
