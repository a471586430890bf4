package se.sigill.formats;

import java.util.List;

/** Reads what stands in files: text by part and page, facts of every part, metadata. */
public interface Extractor {

    /**
     * Identifies and reads one file. Waits for the answer; leaves nothing behind.
     *
     * @return never fails: what hinders it is a finding of the answer
     */
    Extraction extract(FileInput file);

    /** Reads many; answers in the order asked. Faster than one by one, and all answers are in memory at once. */
    default List<Extraction> extractAll(List<FileInput> files) {
        return files.stream().map(this::extract).toList();
    }
}
