package se.sigill.formats;

import java.util.List;

/** Says what files are. */
public interface Identifier {

    /**
     * Looks at one file. Waits for the answer; reads the file, leaves nothing behind.
     *
     * @return never fails: what hinders it is a finding of the answer
     */
    Identification identify(FileInput file);

    /** Looks at many; answers in the order asked. Faster than one by one. */
    default List<Identification> identifyAll(List<FileInput> files) {
        return files.stream().map(this::identify).toList();
    }
}
