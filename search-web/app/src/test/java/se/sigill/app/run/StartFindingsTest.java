package se.sigill.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.wiring.Depositing;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.config.Home;
import se.sigill.core.json.Json;
import se.sigill.core.record.RecordId;
import se.sigill.core.store.FileContentStore;
import se.sigill.formats.PlainFormats;
import se.sigill.ingest.spool.Deposit;

/** What an opening finds of an earlier stop is told by the command that opened, once, whichever it is. */
class StartFindingsTest {
    @TempDir
    static Path dir;

    private static Running running;

    @BeforeAll
    static void founds() {
        running = Running.founded(dir.resolve("home"));
    }

    private static void breakOff(String delivery) throws IOException {
        Path files = Files.createDirectories(
                running.home().resolve("spool").resolve(delivery).resolve("files"));
        Files.writeString(files.resolve("000001"), "halvt");
    }

    @Test
    void statusTellsInItsLineAndBeside() throws IOException {
        breakOff("20261123T120000Z-aaaa");

        Running.Ended ended = running.type("status", "--json").expect(0);
        Running.Ended later = running.type("status", "--json").expect(0);

        Json.Obj finding = ended.json().getFirst().array("findings").getFirst().asObject();
        assertEquals("DELIVERY-HALF-RECEIVED", finding.text("code"));
        assertEquals("20261123T120000Z-aaaa", finding.text("where"));
        assertTrue(ended.err().contains("DELIVERY-HALF-RECEIVED at 20261123T120000Z-aaaa"), ended.err());
        assertTrue(ended.err().contains("Deliver again"), ended.err());
        assertEquals(0, later.json().getFirst().array("findings").size());
        assertEquals("", later.err());
    }

    @Test
    void anyOtherCommandTellsToo() throws IOException {
        breakOff("20261123T120000Z-bbbb");

        Running.Ended ended = running.type("quarantine");

        assertTrue(ended.err().contains("DELIVERY-HALF-RECEIVED at 20261123T120000Z-bbbb"), ended.err());
        assertFalse(ended.out().contains("HALF-RECEIVED"), "results stay results");
    }

    /** Without an index nothing can be read beside whoever works: the search opens the archive itself. */
    @Test
    void aSearchThatHasToOpenTellsToo() throws IOException {
        breakOff("20261123T120000Z-dddd");
        Files.move(running.home().resolve("index"), dir.resolve("index-aside"));

        Running.Ended ended = running.type("search", "ord");

        assertTrue(ended.err().contains("DELIVERY-HALF-RECEIVED at 20261123T120000Z-dddd"), ended.err());
    }

    /** As after a stop between the commit and the end of its note, on a disk that lost the object. */
    @Test
    void aCommittedVersionThatIsNotThereIsTold() throws IOException {
        Path letter = Files.writeString(dir.resolve("brev.txt"), "Hej");
        RecordId id;
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()));
                Depositing depositing = new Depositing(archive, new PlainFormats())) {
            String delivery = assertInstanceOf(Deposit.Received.class, depositing.receive(letter, "W3D3"))
                    .receipt()
                    .delivery();
            id = depositing.takeIn(delivery).records().get("brev.txt");
        }
        Path object = running.home().resolve("archive/ocfl").resolve(FileContentStore.placeOf(id));
        Files.move(object, dir.resolve("borta"));
        Files.writeString(
                running.home().resolve("work/batch-x"),
                "{\"format\":\"sigill/batch/1\",\"id\":\"x\",\"what\":\"store\",\"versions\":[{\"id\":\"" + id
                        + "\",\"version\":1}]}");

        Running.Ended ended = running.type("status");

        assertTrue(ended.err().contains("STORE-CONTENT-MISSING at " + id + "/v1"), ended.err());
    }

    @Test
    void depositTellsInALineOfItsOwn() throws IOException {
        breakOff("20261123T120000Z-cccc");

        Running.Ended ended = running.type("deposit", "--json", "--system", "W3D3");

        Json.Obj first = ended.json().getFirst();
        assertEquals("started", first.text("outcome"));
        assertTrue(ended.out().contains("DELIVERY-HALF-RECEIVED"), ended.out());
    }
}
