package se.sigill.core.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import se.sigill.core.json.JsonException;

class BoxStateTest {
    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");
    private static final String ID = "0".repeat(32);

    private static BoxFile file(String id) {
        return new BoxFile(id, "Protokoll 2026-03-02.pdf", "application/pdf", 12_345, "ab".repeat(32), 3);
    }

    static BoxState sample(String id) {
        return new BoxState(
                "sv",
                "KS 2026/123",
                "A7K3",
                "answered",
                AT,
                "Du kan hämta handlingarna.",
                "senast den 1 april",
                List.of(
                        new BoxLine(AT, BoxLine.Who.REQUESTER, "asked", "Alla protokoll"),
                        new BoxLine(AT.plusSeconds(60), BoxLine.Who.ARCHIVE, "registered", "")),
                List.of(
                        new BoxItem("Protokoll", "released", "", "", List.of(file(id))),
                        new BoxItem("Journal", "refused", "OSL 25:1", "Uppgiften är\nsekretessbelagd.", List.of())),
                List.of(),
                new BoxFee(5_000, "10 sidor", false),
                "Du kan överklaga till kammarrätten.",
                "2026-04-01");
    }

    private static BoxState with(List<BoxItem> items, List<BoxFile> letters, BoxFee fee, String openUntil) {
        return new BoxState("en", "", "", "received", AT, "", "", List.of(), items, letters, fee, "", openUntil);
    }

    @Test
    void readsWhatItWrote() {
        BoxState bare = with(List.of(), List.of(), BoxFee.NONE, "");
        assertEquals(sample(ID), BoxState.read(sample(ID).bytes()));
        assertEquals(bare, BoxState.read(bare.bytes()));
        assertFalse(new String(bare.bytes(), UTF_8).contains("fee"));
    }

    @Test
    void nothingIsThereToFetchBeforeAReservationIsAccepted() {
        BoxReservation asked = new BoxReservation("Får inte spridas\nvidare.", false);
        BoxItem waits = new BoxItem("A", "with-reservation", "OSL 26:1", "Risken", List.of(), Optional.of(asked));
        BoxItem open = new BoxItem(
                "A",
                "with-reservation",
                "OSL 26:1",
                "Risken",
                List.of(file(ID)),
                Optional.of(new BoxReservation(asked.text(), true)));

        for (BoxItem item : List.of(waits, open)) {
            BoxState state = with(List.of(item), List.of(), BoxFee.NONE, "");
            assertEquals(state, BoxState.read(state.bytes()));
            assertFalse((state + " " + item + item.reservation()).contains("spridas"));
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new BoxItem("A", "with-reservation", "", "", List.of(file(ID)), Optional.of(asked)));
        assertThrows(IllegalArgumentException.class, () -> new BoxReservation(" ", false));
        assertEquals(64, asked.digest().length());
        assertNotEquals(asked.digest(), new BoxReservation("Får spridas.", false).digest());
    }

    @Test
    void namesItsFilesInOrder() {
        BoxFile letter = file("2".repeat(32));
        BoxState state = with(
                List.of(new BoxItem("A", "released", "", "", List.of(file(ID)))), List.of(letter), BoxFee.NONE, "");

        assertEquals(List.of(file(ID), letter), state.files());
    }

    @Test
    void refusesWhatIsOutOfBounds() {
        BoxItem item = new BoxItem("A", "released", "", "", List.of(file(ID)));
        assertThrows(IllegalArgumentException.class, () -> with(List.of(item, item), List.of(), BoxFee.NONE, ""));
        assertThrows(IllegalArgumentException.class, () -> with(List.of(item), List.of(file(ID)), BoxFee.NONE, ""));
        assertThrows(IllegalArgumentException.class, () -> with(List.of(), List.of(), BoxFee.NONE, "1 april"));
        assertThrows(IllegalArgumentException.class, () -> with(List.of(), List.of(), BoxFee.NONE, "+12026-01-01"));
        BoxItem none = new BoxItem("A", "refused", "", "", List.of());
        assertThrows(
                IllegalArgumentException.class, () -> with(Collections.nCopies(501, none), List.of(), BoxFee.NONE, ""));
        assertThrows(IllegalArgumentException.class, () -> new BoxItem(" ", "refused", "", "", List.of()));
        assertThrows(IllegalArgumentException.class, () -> new BoxFee(-1, "", false));
        assertThrows(IllegalArgumentException.class, () -> new BoxFee(100_000_001, "", false));
        assertThrows(IllegalArgumentException.class, () -> new BoxFile(ID, "", "", 1, "ab".repeat(32), 0));
        assertThrows(IllegalArgumentException.class, () -> new BoxFile(ID, "a", "", -1, "ab".repeat(32), 0));
        assertThrows(IllegalArgumentException.class, () -> new BoxFile(ID, "a", "", 1, "ab".repeat(31), 0));
        assertThrows(IllegalArgumentException.class, () -> new BoxLine(AT, BoxLine.Who.ARCHIVE, "", ""));
    }

    @Test
    void refusesHostileJson() {
        String json = new String(sample(ID).bytes(), UTF_8);
        List<String> wrong = List.of(
                "",
                "{}",
                json + "{}",
                json.replace("box/1", "box/2"),
                json.replace("\"next\"", "\"more\":{},\"next\""),
                json.replace("\"language\":\"sv\"", "\"language\":\"de\""),
                json.replace("\"who\":\"archive\"", "\"who\":\"anna\""),
                json.replace("\"pages\":3", "\"pages\":-1"),
                json.replace("\"pages\":3", "\"pages\":4294967299"),
                json.replace("\"pages\":3", "\"pages\":3.0"),
                json.replace("\"size\":12345", "\"size\":99999999999999999999"),
                json.replace("\"size\":12345", "\"size\":\"12345\""),
                json.replace("\"accepted\":false", "\"accepted\":\"no\""),
                json.replace("\"ore\":5000", "\"ore\":1e9"),
                json.replace("\"id\":\"", "\"id\":\"../"),
                json.replace("\"lines\":[", "\"lines\":[[],"),
                json.replace("\"lines\":[", "\"lines\":[{},"),
                json.replace("\"lines\":[", "\"lines\":[" + "{},".repeat(500)),
                json.replace("\"openUntil\":\"2026-04-01\"", "\"openUntil\":\"2026-02-30\""),
                json.replace("\"asOf\":\"2026", "\"asOf\":\"02026"));

        for (String text : wrong) {
            assertThrows(JsonException.class, () -> BoxState.read(text.getBytes(UTF_8)), text);
        }
        assertThrows(JsonException.class, () -> BoxState.read(new byte[BoxState.STATE_BYTES_MAX + 1]));
    }

    @Test
    void showsNothingOfWhatItSays() {
        BoxState state = sample(ID);
        String shown = state + " " + state.items() + state.lines() + state.files();

        for (String word : List.of("Protokoll", "Journal", "OSL", "KS 2026", "A7K3")) {
            assertFalse(shown.contains(word), shown);
        }
        assertTrue(shown.contains("answered"));
    }

    @Property(tries = 1_000)
    void throwsNothingElse(@ForAll long seed) {
        java.util.Random random = new java.util.Random(seed);
        byte[] bytes = sample(ID).bytes();
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) " \"\\{}[],:0-1eEnt\u0000\u00ff".charAt(random.nextInt(18));
        }
        try {
            BoxState.read(bytes);
        } catch (JsonException e) {
            // As promised.
        }
    }
}
