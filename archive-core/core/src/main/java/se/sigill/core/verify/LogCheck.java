package se.sigill.core.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.sigill.core.ArchiveException;
import se.sigill.core.finding.Finding;
import se.sigill.core.finding.FindingCode;
import se.sigill.core.keys.TrustFile;
import se.sigill.core.log.Anchor;
import se.sigill.core.log.LogFinding;
import se.sigill.core.log.LogReport;
import se.sigill.core.log.LogVerifier;
import se.sigill.core.tlog.NoteKey;
import se.sigill.core.tlog.TlogFormatException;

/** Has the log checked by {@link LogVerifier}, and says its findings in the words of the whole archive. */
final class LogCheck {
    private static final Set<FindingCode> ACTS_LOST =
            Set.of(LogFinding.ACTS_MISSING, LogFinding.ACTS_TRUNCATED, LogFinding.ACTS_SWAPPED, LogFinding.ACT_BROKEN);

    private static final Set<FindingCode> UNSIGNED =
            Set.of(LogFinding.SIGNATURE, LogFinding.CHECKPOINT_BROKEN, LogFinding.CHECKPOINT_MISSING);

    /**
     * What the log's own verification says.
     *
     * @param signed its checkpoint is: else its size says nothing
     * @param intact it hangs together: only then its root says something that the seals say otherwise
     */
    record Standing(boolean signed, boolean intact) {}

    private final Optional<TrustFile> trust;
    private final Optional<byte[]> anchor;

    LogCheck(Optional<TrustFile> trust, Optional<byte[]> anchor) {
        this.trust = trust;
        this.anchor = anchor;
    }

    /** How far the log can be compared with the seals. */
    Standing verify(Path log, FindingSink sink, Signers signers) {
        try {
            LogReport report = new LogVerifier(log, keys(), anchors(sink)).verify();
            boolean gaps = report.findings().stream().anyMatch(f -> ACTS_LOST.contains(f.code()));
            for (Finding finding : report.findings()) {
                if (gaps && finding.code() == LogFinding.ERASED_UNFOUNDED) {
                    // The disposal may be among the acts that are lost: nothing can be said.
                    continue;
                }
                boolean indexed = finding.where().startsWith("log:");
                String where = indexed ? finding.where() : "log/" + finding.where();
                sink.add(new Finding(finding.code(), finding.severity(), where, finding.message()));
            }
            signers.sawLog(report.key(), report.from());
            boolean signed = report.findings().stream().noneMatch(f -> UNSIGNED.contains(f.code()));
            return new Standing(signed, report.intact());
        } catch (ArchiveException e) {
            sink.add(VerifyFinding.UNREADABLE, "log", "the log cannot be read: " + e.getMessage());
            return new Standing(false, false);
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
            return List.of(Anchor.of("anchor", anchor.get()));
        } catch (TlogFormatException e) {
            sink.add(LogFinding.ANCHOR_STRANGER, "log/anchor", "the anchor is no checkpoint and no receipt");
            return List.of();
        }
    }
}
