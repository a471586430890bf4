package se.sigill.core.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogEntryTest {
    private static final String SALT = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String ACT =
            "{\"act\":\"HoldPlaced\",\"at\":\"2026-11-23T10:00:00Z\",\"actor\":\"person:anna\","
                    + "\"record\":\"0123456789abcdefghjkmnpqrs\",\"reason\":\"begäran\"}";

    private static String kept(String index) {
        return "{\"index\":" + index + ",\"salt\":\"" + SALT + "\",\"act\":" + ACT + "}";
    }

    /** The vectors of docs/formats/log.md §10. */
    @Test
    void computesTheDocumentedEntryAndLeaf() {
        LogEntry entry = LogEntry.parse(kept("17")).orElseThrow();

        assertEquals(
                "fc816947b8528ac8625a31678baa9bd06ed34b62762cec2c30023471bdc82fd8",
                entry.commitment().hash().hex());
        assertEquals(
                "5a51553279720e9a3567c821cc3ae6aa3a8fd4fc9aea862f0f6fd33bb02eabd4",
                entry.leaf().hex());
        assertEquals(17, entry.index());
        assertEquals("begäran", ((Act.HoldPlaced) ((LogEntry.Kept) entry).act()).reason());
    }

    @Test
    void writesWhatItHasRead() {
        LogEntry kept = LogEntry.parse(kept("0")).orElseThrow();
        LogEntry erased = new LogEntry.Erased(3, kept.commitment(), 9);

        assertEquals(kept("0"), kept.line());
        assertEquals(Optional.of(erased), LogEntry.parse(erased.line()));
        assertEquals(kept.leaf(), erased.leaf());
        assertTrue(erased.line().length() < kept.line().length());
        assertEquals(
                kept("0").replace("\"index\":0", "\"index\":5") + "\n",
                LogLine.of(kept).at(5));
    }

    @Test
    void refusesEveryOtherSpelling() {
        String good = kept("17");
        for (String line : List.of(
                "",
                "{}",
                kept("017"),
                kept("-1"),
                kept(""),
                kept("99999999999999999999"),
                good + " ",
                " " + good,
                good.replace("\"salt\"", "\"sale\""),
                good.replace("AAEC", "AA+"),
                good.replace("Hh8=", "Hh9="),
                good.replace("\"act\":{", "\"act\": {"),
                "{\"index\":1,\"entry\":\"" + SALT + "\",\"erased\":-}",
                "{\"index\":1,\"entry\":\"" + SALT + "\",\"erased\":07}",
                "{\"index\":1,\"entry\":\"short\",\"erased\":7}")) {
            assertEquals(Optional.empty(), LogEntry.parse(line), line);
        }
    }
}
