package se.sigill.engines.part;

import java.nio.file.Path;
import se.sigill.formats.Identification;

/** A part whose bytes lie in a file and which is being read. Counts its children. */
public final class OpenPart {
    private final Path file;
    private final String name;
    private final String path;
    private final int depth;
    private final Identification identification;
    private int children;

    OpenPart(Path file, String name, String path, int depth, Identification identification) {
        this.file = file;
        this.name = name;
        this.path = path;
        this.depth = depth;
        this.identification = identification;
    }

    public Path file() {
        return file;
    }

    public String name() {
        return name;
    }

    /** {@code "0"} for the file itself. */
    public String path() {
        return path;
    }

    public int depth() {
        return depth;
    }

    public Identification identification() {
        return identification;
    }

    /** The path of the next child, in order: {@code "1"}, {@code "2"} of the file itself, {@code "2.1"} of part 2. */
    public String nextChild() {
        children++;
        return childPath(Integer.toString(children));
    }

    /** The path of a child by its position below this part. */
    public String childPath(String position) {
        return path.equals(PartTree.ROOT) ? position : path + "." + position;
    }
}
