package se.sigill.staff.answer;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.aip.RecordPackage;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.log.Act;
import se.sigill.core.log.ArchiveLog;
import se.sigill.core.log.LogEntry;

/** Looking at what is guarded is an act, which is committed before the first byte leaves. */
final class Looking {
    private static final String PURPOSE = "staff site";

    /** A page of text with its images is one look; whoever reads longer looks again. */
    private static final Duration LOOK_MAX = Duration.ofHours(1);

    private Looking() {}

    /** Commits the act, if the record is guarded. @return its place in the log; empty if there is none to commit */
    static OptionalLong note(OpenArchive archive, CatalogueRecord entry, String file) {
        if (!archive.sight().guarded(entry)) {
            return OptionalLong.empty();
        }
        Act act = new Act.Viewed(archive.clock().instant(), archive.actor(), entry.id(), file, PURPOSE);
        long at = archive.archive().decide(List.of(act)).first();
        archive.catchUp();
        return OptionalLong.of(at);
    }

    /** The same for a page of text, and for the images beside it. */
    static OptionalLong noteText(OpenArchive archive, CatalogueRecord entry) {
        return note(archive, entry, RecordPackage.TEXT);
    }

    /** Whether by this act the same person opened the record's text, not long ago: its images belong to it. */
    static boolean isNoted(OpenArchive archive, CatalogueRecord entry, long act) {
        ArchiveLog log = archive.archive().log();
        return act < log.head().size()
                && log.reader().entry(act) instanceof LogEntry.Kept kept
                && kept.act() instanceof Act.Viewed viewed
                && viewed.actor().equals(archive.actor())
                && viewed.record().equals(entry.id())
                && viewed.file().equals(RecordPackage.TEXT)
                && viewed.purpose().equals(PURPOSE)
                && viewed.at().isAfter(archive.clock().instant().minus(LOOK_MAX));
    }
}
