package se.sigill.app.cli;

import java.util.function.Function;
import se.sigill.app.outward.ZoneHere;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.ArchiveException;
import se.sigill.core.json.Json;

/** After a decision: what it closes is taken away outside before the command ends, or the user reads that it is not. */
final class TellOutside {
    private TellOutside() {}

    /** @return whether everything is outside as it was decided, or nothing was ever published */
    static boolean all(OpenArchive archive, Printing print) {
        return told(archive, ZoneHere::tell, print);
    }

    /** @return whether nothing is outside any more that was closed, or nothing was ever published */
    static boolean closed(OpenArchive archive, Printing print) {
        return told(archive, ZoneHere::tellClosed, print);
    }

    private static boolean told(OpenArchive archive, Function<ZoneHere, ZoneHere.Told> telling, Printing print) {
        ZoneHere zone = ZoneHere.of(archive);
        if (!zone.isInUse()) {
            return true;
        }
        try {
            ZoneHere.Told told = telling.apply(zone);
            if (told.applied()) {
                return true;
            }
            say(print, "the open zone has not taken it in within ten seconds");
        } catch (ArchiveException.StorageFailed e) {
            say(print, String.valueOf(e.getMessage()));
        }
        return false;
    }

    private static void say(Printing print, String why) {
        print.result(
                Json.object().with("outside", "late").with("why", why),
                "the decision stands, but what it closes may still be visible outside: " + why
                        + ". Start the open server, or run: sigill publish");
    }
}
