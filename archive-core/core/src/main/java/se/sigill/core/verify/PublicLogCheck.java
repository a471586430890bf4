package se.sigill.core.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.sigill.core.ArchiveException;
import se.sigill.core.finding.Finding;
import se.sigill.core.log.PublicLogVerifier;
import se.sigill.core.tlog.NoteKey;
import se.sigill.core.tlog.TlogFormatException;

/** Has the public log checked by {@link PublicLogVerifier}, and says its findings in the words of the whole archive. */
final class PublicLogCheck {
    private final Path log;
    private final FindingSink sink;

    PublicLogCheck(Path log, FindingSink sink) {
        this.log = log;
        this.sink = sink;
    }

    void verify(LogFacts facts) {
        Set<Long> disposals = new HashSet<>();
        facts.records().values().stream().filter(RecordFacts::isDisposed).forEach(r -> disposals.add(r.disposedBy()));
        // Where acts are lost nothing can be said of what no act names.
        PublicLogVerifier.Archive archive = new PublicLogVerifier.Archive(
                keys(facts),
                record -> !facts.isComplete() || facts.records().containsKey(record),
                act -> !facts.isComplete() || disposals.contains(act));
        try {
            for (Finding finding : new PublicLogVerifier(log, archive).verify()) {
                boolean indexed = finding.where().startsWith("log-public:");
                String where = indexed ? finding.where() : "log-public/" + finding.where();
                sink.add(new Finding(finding.code(), finding.severity(), where, finding.message()));
            }
        } catch (ArchiveException e) {
            sink.add(VerifyFinding.UNREADABLE, "log-public", "the public log cannot be read: " + e.getMessage());
        }
    }

    private static List<NoteKey> keys(LogFacts facts) {
        List<NoteKey> keys = new ArrayList<>();
        for (String key : facts.logKeys()) {
            try {
                keys.add(NoteKey.parse(key));
            } catch (TlogFormatException e) {
                // Named by an act, and no key: the log's own verification says so.
            }
        }
        return keys;
    }
}
