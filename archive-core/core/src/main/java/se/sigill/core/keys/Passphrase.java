package se.sigill.core.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import se.sigill.core.ArchiveException;

/** What the key files are encrypted with; empty if they are protected by their mode alone. Never printed. */
public final class Passphrase {
    private static final int FILE_BYTES_MAX = 4096;

    private final char[] characters;

    private Passphrase(char[] characters) {
        this.characters = characters;
    }

    public static Passphrase none() {
        return new Passphrase(new char[0]);
    }

    /**
     * The first line of a file that nobody but its owner may read.
     *
     * @throws ArchiveException.KeyTrouble if it cannot be had
     */
    public static Passphrase fromFile(Path file) {
        try {
            KeyFiles.refuseOthers(file);
            if (Files.size(file) > FILE_BYTES_MAX) {
                throw new ArchiveException.KeyTrouble("the passphrase file " + file + " is larger than 4096 bytes");
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            String line = text.lines().findFirst().orElse("");
            if (line.isEmpty()) {
                throw new ArchiveException.KeyTrouble("the first line of the passphrase file " + file + " is empty");
            }
            return new Passphrase(line.toCharArray());
        } catch (IOException e) {
            throw new ArchiveException.KeyTrouble("the passphrase file " + file + " cannot be read", e);
        }
    }

    boolean isEmpty() {
        return characters.length == 0;
    }

    char[] characters() {
        return characters.clone();
    }
}
