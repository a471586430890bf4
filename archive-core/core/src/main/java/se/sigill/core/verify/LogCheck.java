package se.sigill.core.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.sigill.core.ArchiveException;
import se.sigill.core.finding.Finding;
import se.sigill.core.keys.TrustFile;
import se.sigill.core.log.Anchor;
import se.sigill.core.log.LogFinding;
import se.sigill.core.log.LogReport;
import se.sigill.core.log.LogVerifier;
import se.sigill.core.tlog.NoteKey;
import se.sigill.core.tlog.SignedNote;
import se.sigill.core.tlog.TlogFormatException;

/** Has the log checked by {@link LogVerifier}, and says its findings in the words of the whole archive. */
final class LogCheck {
    private final Optional<TrustFile> trust;
    private final Optional<byte[]> anchor;

    LogCheck(Optional<TrustFile> trust, Optional<byte[]> anchor) {
        this.trust = trust;
        this.anchor = anchor;
    }

    void verify(Path log, FindingSink sink, Signers signers) {
        try {
            LogReport report = new LogVerifier(log, keys(), anchors(sink)).verify();
            for (Finding finding : report.findings()) {
                boolean indexed = finding.where().startsWith("log:");
                String where = indexed ? finding.where() : "log/" + finding.where();
                sink.add(new Finding(finding.code(), finding.severity(), where, finding.message()));
            }
            signers.sawLog(report.key(), report.from());
        } catch (ArchiveException e) {
            sink.add(VerifyFinding.UNREADABLE, "log", "the log cannot be read: " + e.getMessage());
        }
    }

    /** A key with an end is passed over: nothing but the log's own chain of keys proves when it was used. */
    private List<NoteKey> keys() {
        List<NoteKey> keys = new ArrayList<>();
        for (TrustFile.Line line : trust.map(TrustFile::lines).orElse(List.of())) {
            if (line.kind() == TrustFile.Kind.LOG && line.until().isEmpty()) {
                try {
                    keys.add(NoteKey.parse(line.value()));
                } catch (TlogFormatException e) {
                    throw new ArchiveException.WrongUsage("a log key in the trust file is no name+id+key", e);
                }
            }
        }
        return keys;
    }

    private List<Anchor> anchors(FindingSink sink) {
        if (anchor.isEmpty()) {
            return List.of();
        }
        try {
            return List.of(new Anchor("anchor", SignedNote.parse(anchor.get())));
        } catch (TlogFormatException e) {
            sink.add(LogFinding.ANCHOR_STRANGER, "log/anchor", "the anchor is no checkpoint");
            return List.of();
        }
    }
}
