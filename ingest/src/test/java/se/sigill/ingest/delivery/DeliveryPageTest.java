package se.sigill.ingest.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.log.Actor;
import se.sigill.ingest.spool.Deposit;
import se.sigill.ingest.spool.FileSpoolDisk;
import se.sigill.ingest.spool.Spool;
import se.sigill.ingest.spool.SpoolSettings;
import se.sigill.ingest.spool.Witness;

/** The page for clerks is true: its examples go through and its table lists what is understood. */
class DeliveryPageTest {
    private static final Path PAGE =
            Path.of(System.getProperty("sigill.root", "..")).resolve("docs/reference/delivery.md");
    private static final Pattern EXAMPLE = Pattern.compile("```csv\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path temp;

    @Test
    void everyExampleGoesThroughWithoutAWord() throws IOException {
        List<String> examples = examples();
        assertEquals(3, examples.size());
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
        DeliveryReader reader = new DeliveryReader(ZipLimits.ORDINARY, () -> DeliveryWords.ANY, Set.of(), clock);
        SpoolSettings settings =
                new SpoolSettings(2, 0, (system, id) -> Map.of(), () -> new Witness("c", "f"), clock, new Random(1));
        Spool spool = Spool.open(temp.resolve("spool"), new FileSpoolDisk(), settings);
        for (String example : examples) {
            Path folder = Files.createTempDirectory(temp, "exempel");
            Files.writeString(folder.resolve("leverans.csv"), example);
            for (String row : example.lines().skip(1).toList()) {
                Path file = folder.resolve(row.split("[;,]", 2)[0]);
                Files.createDirectories(file.getParent());
                Files.writeString(file, "anteckning\n");
            }

            DeliveryPlan plan = reader.read(folder);
            Deposit deposit = spool.deposit(plan, "exempel", Actor.person("anna"));

            assertEquals(List.of(), plan.allFindings());
            assertTrue(((Deposit.Received) deposit)
                    .receipt().items().stream().allMatch(line -> line.outcome().equals("received")));
        }
    }

    @Test
    void theTableListsEveryHead() throws IOException {
        String page = Files.readString(PAGE);

        for (Column column : Column.values()) {
            String row = "| " + column + " | " + String.join(", ", column.heads()) + " |";
            assertTrue(page.contains(row), () -> "delivery.md lacks: " + row);
        }
    }

    private static List<String> examples() throws IOException {
        assertFalse(Files.notExists(PAGE), "the page is missing");
        List<String> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(Files.readString(PAGE));
        while (matcher.find()) {
            examples.add(matcher.group(1));
        }
        return examples;
    }
}
