package se.sigill.core.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import se.sigill.core.disk.Durable;
import se.sigill.core.log.Head;
import se.sigill.core.log.LogFolder;
import se.sigill.core.log.LogForm;
import se.sigill.core.log.LogReader;
import se.sigill.core.log.LogWriter;

/** Brings a copy of the public log up to a head of the original, in an archive's home or a backup of it. */
final class PublicLogCopy {
    private PublicLogCopy() {}

    /** The head of the public log; empty if nothing was ever published. */
    static Optional<Head> head(Path home) throws IOException {
        return folder(home).head();
    }

    /**
     * Copies what the head covers, and erases what has been erased.
     *
     * @throws se.sigill.core.ArchiveException.Damaged if the copy is another history, or of another archive
     */
    static void bring(Path from, Path to, Head head) throws IOException {
        LogReader log = LogReader.open(folder(from));
        LogFolder folder = folder(to);
        Durable.createDirectories(folder.root());
        try (LogWriter copy = LogCopy.open(folder, head)) {
            LogCopy.refuseFork(log, head, folder);
            LogCopy.bring(log, copy, folder, head);
            LogCopy.followErasures(log, copy, folder);
        }
    }

    private static LogFolder folder(Path home) {
        return new LogFolder(home.resolve("archive/log-public"), LogForm.PUBLIC);
    }
}
