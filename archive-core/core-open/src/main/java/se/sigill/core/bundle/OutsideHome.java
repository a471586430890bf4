package se.sigill.core.bundle;

import java.nio.file.Path;

/**
 * Where things lie in the home of the open zone. The inside writes {@link #incoming} and reads {@link #head}; the
 * applier does the rest, and the pages only read.
 */
public record OutsideHome(Path root) {
    public OutsideHome {
        root = root.toAbsolutePath().normalize();
    }

    /** Bundles that were laid here and wait. */
    public Path incoming() {
        return root.resolve("incoming");
    }

    /** What anyone may see. */
    public Path zone() {
        return root.resolve("public");
    }

    /** How far the zone has come. */
    public Path head() {
        return zone().resolve("head.json");
    }

    /** Public keys of those who may send bundles, one {@code name+id+key} a line. */
    public Path ring() {
        return root.resolve("keys").resolve("bundle.keys");
    }

    /** Public keys of the archive's log, one {@code name+id+key} a line: they sign the public log. */
    public Path logRing() {
        return root.resolve("keys").resolve("log.keys");
    }

    /** The public key to which letters are sealed, as PEM. The inside puts it there. */
    public Path inboxKey() {
        return root.resolve("keys").resolve("inbox.pub");
    }

    /** Letters that wait to be fetched; the outside cannot read them. */
    public Path inbox() {
        return root.resolve("inbox");
    }

    /** Letters that were fetched, kept for a while for an inside that is restored from a backup. */
    public Path keptLetters() {
        return root.resolve("inbox-kept");
    }

    /** What was released to one requester each, encrypted under what follows from their code. */
    public Path boxes() {
        return root.resolve("boxes");
    }

    /** How often what lies in boxes was fetched on which day, and by nobody in particular. */
    public Path fetched() {
        return root.resolve("fetched");
    }

    /** The public log: its checkpoint and its tiles. */
    public Path log() {
        return zone().resolve("log");
    }

    /** The folder of a bundle: numbers in ten digits, so that names sort as bundles follow. */
    public static String name(long epoch, long number) {
        return String.format(java.util.Locale.ROOT, "%010d-%010d", epoch, number);
    }
}
