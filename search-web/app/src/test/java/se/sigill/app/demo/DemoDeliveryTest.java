package se.sigill.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.access.CatalogueCsv;
import se.sigill.core.access.CatalogueReading;
import se.sigill.core.access.InformationPlan;
import se.sigill.core.access.ProvisionCatalogue;
import se.sigill.core.finding.Finding;
import se.sigill.core.record.Direction;
import se.sigill.ingest.delivery.DeliveryItem;
import se.sigill.ingest.delivery.DeliveryPlan;
import se.sigill.ingest.delivery.DeliveryReader;
import se.sigill.ingest.delivery.DeliveryWords;
import se.sigill.ingest.delivery.ZipLimits;

/** What the demonstration makes is what the product reads. */
class DemoDeliveryTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    static Path folder;

    private static DemoFacts facts;
    private static InformationPlan plan;
    private static ProvisionCatalogue provisions;

    @BeforeAll
    static void generates() throws IOException {
        facts = DemoMunicipality.generate(folder, DemoMunicipality.SEED, 1);
        plan = read(CatalogueCsv.plan("plan", "1", Files.readString(facts.informationPlan())));
        provisions = read(CatalogueCsv.provisions("provisions", "1", Files.readString(facts.provisions())));
    }

    @Test
    void isReadWithoutAnError() throws IOException {
        int items = 0;
        for (Path delivery : facts.deliveries()) {
            DeliveryPlan read = reader().read(delivery);
            List<Finding> errors =
                    read.allFindings().stream().filter(Finding::isError).toList();
            assertEquals(List.of(), errors, delivery.toString());
            items += read.sound().size();
        }
        assertEquals(facts.records(), items);
    }

    @Test
    void meansWhatItsTablesSay() throws IOException {
        Map<String, DemoItem> expected = facts.items().stream()
                .collect(Collectors.toMap(item -> item.delivery() + "/" + item.path(), item -> item));
        for (Path delivery : facts.deliveries()) {
            for (DeliveryItem item : reader().read(delivery).sound()) {
                DemoItem said = expected.get(delivery.getFileName() + "/" + item.path());
                if (said != null && !said.dnr().isEmpty()) {
                    assertEquals(said.title(), item.description().title());
                    assertEquals(said.dnr(), item.description().diaryNumber());
                    assertEquals(said.date().toString(), item.description().date());
                    assertEquals(
                            said.restriction(), item.description().openness().provision());
                    assertEquals(said.publish(), item.description().openness().publish());
                    assertEquals(said.classCode(), item.description().classCode());
                    assertTrue(item.description().direction() != Direction.UNKNOWN, said.path());
                }
            }
        }
    }

    private static DeliveryReader reader() {
        DeliveryWords words = new DeliveryWords(
                provisions::knows, provisions::knows, code -> plan.find(code).isPresent());
        return new DeliveryReader(ZipLimits.ORDINARY, () -> words, Set.of("lindhult.example"), CLOCK);
    }

    private static <T> T read(CatalogueReading<T> reading) {
        return reading.value().orElseThrow(() -> new AssertionError(reading.findings()));
    }
}
