package se.sigill.core.proof;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import se.sigill.core.tlog.NoteKey;
import se.sigill.core.tlog.TlogFormatException;
import se.sigill.core.tlog.TlogProof;

/** Whether a file can be shown to stand in the public log. */
public sealed interface PublicProof {
    /** It was not published, or the next cut of the log has still to come. */
    record None() implements PublicProof {}

    /**
     * It stands there.
     *
     * @param key of the log, so that the proof holds together by itself; whose it is, another has to say
     * @param proof with what the entry is computed from as its extra bytes ({@link PublishedEntry#bytes})
     */
    record Logged(NoteKey key, TlogProof proof) implements PublicProof {
        /** The bytes of the key's file. */
        public byte[] keyLine() {
            return (key + "\n").getBytes(StandardCharsets.UTF_8);
        }

        /** From the bytes of the two files; empty if they are not exactly of their form. */
        public static Optional<Logged> parse(byte[] keyLine, byte[] inclusion) {
            try {
                String line = new String(keyLine, StandardCharsets.UTF_8);
                Logged logged = new Logged(NoteKey.parse(line.stripTrailing()), TlogProof.parse(inclusion));
                boolean exact = Arrays.equals(logged.keyLine(), keyLine)
                        && Arrays.equals(logged.proof().bytes(), inclusion);
                return exact ? Optional.of(logged) : Optional.empty();
            } catch (TlogFormatException e) {
                return Optional.empty();
            }
        }
    }
}
