package se.sigill.app.cli;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import se.sigill.app.wiring.OpenArchive;

/**
 * Where a command runs that a server does for somebody.
 *
 * @param archive the server's, which stays open behind the command
 * @param directory that relative paths are meant from: the folder in which the command was typed
 * @param bytes takes what is no text
 * @param input what was read from standard input where it was typed; empty if nothing was
 */
public record Served(OpenArchive archive, Path directory, OutputStream bytes, Optional<String> input) {
    /** It may be about somebody. */
    @Override
    public String toString() {
        return "Served[" + directory + "]";
    }
}
