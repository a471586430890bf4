package se.sigill.formats;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Takes parts out of a file that holds them: attachments of a mail, members of an archive. */
public interface Unpacker {

    /**
     * Lays parts aside as files. Waits for the answer.
     *
     * @param parts paths in the tree of parts, as an extraction of the same file names them
     * @param folder an existing folder for them; the caller owns and clears it
     * @return the files by part; one that could not be taken out whole is not among them. Never fails
     */
    Map<String, Path> unpack(FileInput file, List<String> parts, Path folder);
}
