package se.sigill.app.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.catalogue.Gap;
import se.sigill.core.config.Home;
import se.sigill.core.log.Act;
import se.sigill.core.store.FileContentStore;
import se.sigill.formats.Engine;
import se.sigill.formats.PlainFormats;
import se.sigill.formats.Validation;
import se.sigill.ingest.renew.LastingEngines;
import se.sigill.ingest.renew.Renewed;
import se.sigill.ingest.spool.Deposit;
import se.sigill.ingest.spool.Receipt;

/** An object of the store is lost, and the projections with it: what the archive still does. */
class GoneContentTest {
    @TempDir
    Path folder;

    private Home home;
    private Path delivery;

    @BeforeEach
    void foundAndTakeIn() throws IOException {
        home = new Home(folder.resolve("home"));
        Founding.found(home, Optional.of("gone.example"), Optional.of("Kommunstyrelsen"));
        delivery = Files.createDirectory(folder.resolve("delivery"));
        Files.write(delivery.resolve("a.txt"), "Alfa\n".getBytes(UTF_8));
        Files.write(delivery.resolve("b.txt"), "Beta\n".getBytes(UTF_8));
        assertEquals(List.of("received", "received"), deposit());
    }

    @Test
    void takesARecordInAgainWhoseContentIsGone() throws IOException {
        loseOneObject();

        List<String> again = deposit();
        List<String> thenAgain = deposit();

        assertEquals(List.of("known", "received"), again.stream().sorted().toList());
        assertEquals(List.of("known", "known"), thenAgain);
    }

    @Test
    void makesTheOthersLastAndOpensAGapOfTheRecord() throws IOException {
        loseOneObject();

        try (OpenArchive archive = OpenArchive.open(home)) {
            List<Renewed> outcomes = new ArrayList<>();
            renewing(archive).run(List.of(), outcomes::add);

            assertEquals(
                    1, outcomes.stream().filter(Renewed.Added.class::isInstance).count());
            assertEquals(
                    List.of("RENEW-NO-CONTENT"),
                    archive.catalogue().openGaps(-1, 10).stream().map(Gap::code).toList());
        }
    }

    @Test
    void anAcceptedGapStaysAcceptedAfterARestart() throws IOException {
        Files.write(delivery.resolve("c.pdf"), "Plan\n".getBytes(UTF_8));
        deposit();
        try (OpenArchive archive = OpenArchive.open(home)) {
            renewing(archive).run(List.of(), outcome -> {});
            Gap gap = archive.catalogue().openGaps(-1, 10).getFirst();
            assertEquals("FORMAT-NOT-LASTING", gap.code());
            archive.archive()
                    .decide(List.of(new Act.GapClosed(
                            archive.clock().instant(), archive.actor(), gap.record(), gap.act(), true, "kopia finns")));
        }
        try (OpenArchive archive = OpenArchive.open(home)) {
            List<Renewed> outcomes = new ArrayList<>();
            renewing(archive).run(List.of(), outcomes::add);

            assertTrue(outcomes.stream().allMatch(Renewed.Unchanged.class::isInstance), outcomes::toString);
            assertEquals(List.of(), archive.catalogue().openGaps(-1, 10));
        }
    }

    private static Renewing renewing(OpenArchive archive) {
        PlainFormats plain = new PlainFormats();
        LastingEngines engines = new LastingEngines(
                order -> KernelProtocol.withMore(plain.normalise(order)),
                (file, kind) -> new Validation("", Validation.Verdict.UNKNOWN, "plain", List.of(), List.of()),
                plain);
        return new Renewing(archive, engines, List.of(new Engine("plain", "1", "all", true, "")), 2);
    }

    /** Deposits the folder. @return what became of each item, in the words of the receipt */
    private List<String> deposit() {
        try (OpenArchive archive = OpenArchive.open(home);
                Depositing depositing = new Depositing(archive, new PlainFormats())) {
            if (!(depositing.receive(delivery, "prov") instanceof Deposit.Received(Receipt receipt))) {
                throw new AssertionError("refused");
            }
            depositing.takeIn(receipt.delivery());
            return receipt.items().stream().map(Receipt.Line::outcome).toList();
        }
    }

    private void loseOneObject() throws IOException {
        CatalogueRecord lost;
        try (OpenArchive archive = OpenArchive.open(home)) {
            lost = archive.catalogue().page("", 1).getFirst();
        }
        delete(home.ocfl().resolve(FileContentStore.placeOf(lost.id())));
        delete(home.db());
        delete(home.index());
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
