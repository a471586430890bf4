package se.sigill.app.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoMunicipalityTest {
    @TempDir
    static Path folder;

    private static DemoFacts facts;

    @BeforeAll
    static void generates() throws IOException {
        facts = DemoMunicipality.generate(folder.resolve("a"), DemoMunicipality.SEED, 1);
    }

    @Test
    void makesSixtyPapersAndSixtyMails() {
        long mails =
                facts.items().stream().filter(i -> i.path().endsWith(".eml")).count();

        assertEquals(40, mails);
        assertEquals(20, facts.mboxMessages());
        assertEquals(60, facts.items().size() - mails);
        assertEquals(8, facts.deliveries().size());
        assertEquals(120, facts.records());
    }

    @Test
    void givesTheSameBytesForTheSameSeed() throws IOException {
        Path other = folder.resolve("b");
        DemoMunicipality.generate(other, DemoMunicipality.SEED, 1);

        Map<String, byte[]> first = files(facts.root());
        Map<String, byte[]> second = files(other);

        assertEquals(first.keySet(), second.keySet());
        first.forEach((path, bytes) -> assertArrayEquals(bytes, second.get(path), path));
    }

    @Test
    void givesOtherPapersForAnotherSeed() throws IOException {
        DemoFacts other = DemoMunicipality.generate(folder.resolve("c"), 7, 1);

        assertNotEquals(
                facts.items().getFirst().title(), other.items().getFirst().title());
        assertEquals(facts.items().size(), other.items().size());
    }

    @Test
    void growsByItsFactor() throws IOException {
        DemoFacts three = DemoMunicipality.generate(folder.resolve("d"), 9, 3);

        assertEquals(360, three.records());
        assertEquals(
                three.items().size(),
                three.items().stream()
                        .map(i -> i.delivery() + "/" + i.path())
                        .distinct()
                        .count());
    }

    @Test
    void writesOfficeFilesWhosePartsAreWellFormed() throws IOException, XMLStreamException {
        for (DemoItem item : facts.items()) {
            if (item.path().matches(".*\\.(docx|xlsx|pptx|odt)")) {
                for (Map.Entry<String, byte[]> part : Reading.zip(bytes(item)).entrySet()) {
                    if (!part.getKey().equals("mimetype")) {
                        Reading.xml(part.getValue());
                    }
                }
            }
        }
    }

    @Test
    void writesPdfsWhoseOffsetsAreRight() throws IOException {
        for (DemoItem item : facts.items()) {
            if (item.path().endsWith(".pdf")) {
                assertFalse(Reading.pdfPages(bytes(item)).isEmpty(), item.path());
            }
        }
    }

    @Test
    void writesPicturesThatOpen() throws IOException {
        for (DemoItem item : facts.items()) {
            if (item.path().matches(".*\\.(png|tiff)")) {
                assertEquals(
                        840, ImageIO.read(new ByteArrayInputStream(bytes(item))).getWidth());
            }
        }
    }

    @Test
    void hasOpenRestrictedAndUndecidedPapers() {
        Map<DemoItem.Expected, Long> counts =
                facts.items().stream().collect(Collectors.groupingBy(DemoItem::openness, Collectors.counting()));

        for (DemoItem.Expected answer : DemoItem.Expected.values()) {
            assertTrue(counts.getOrDefault(answer, 0L) >= 8, answer + " " + counts);
        }
    }

    @Test
    void describesEachFileInItsTableOnce() throws IOException {
        for (Path delivery : facts.deliveries()) {
            Path table = delivery.resolve(DeliveryTable.NAME);
            if (Files.exists(table)) {
                List<String> names = names(delivery);
                long rows = Files.readString(table, StandardCharsets.ISO_8859_1)
                                .lines()
                                .count()
                        - 1;
                assertEquals(names.size(), rows, delivery.toString());
            }
        }
    }

    @Test
    void namesOnlyProvisionsAndClassesOfTheAdoptedTables() throws IOException {
        List<String> provisions = firstColumn(facts.provisions());
        List<String> classes = firstColumn(facts.informationPlan());

        for (DemoItem item : facts.items()) {
            assertTrue(item.restriction().isEmpty() || provisions.contains(item.restriction()), item.restriction());
            assertTrue(item.classCode().isEmpty() || classes.contains(item.classCode()), item.classCode());
        }
    }

    @Test
    void holdsNothingThatLooksLikeAPersonalNumber() throws IOException {
        for (DemoItem item : facts.items()) {
            if (item.path().matches(".*\\.(txt|html|csv)")) {
                String text = new String(bytes(item), StandardCharsets.ISO_8859_1);
                assertFalse(text.matches("(?s).*\\b[0-9]{6,8}[-+]?[0-9]{4}\\b.*"), item.path());
            }
        }
    }

    @Test
    void keepsEachPlantedWordInOnePlace() throws IOException, XMLStreamException {
        for (Planted word : Planted.values()) {
            List<String> places = new ArrayList<>();
            for (Map.Entry<String, byte[]> file : files(facts.root()).entrySet()) {
                if (text(file.getKey(), file.getValue()).contains(word.word())) {
                    places.add(file.getKey());
                }
            }
            DemoItem item = facts.where(word);
            assertEquals(List.of(item.delivery() + "/" + item.path()), places, word.name());
            assertFalse(item.title().contains(word.word()));
        }
    }

    @Test
    void plantsOneWordOnThePageItIsNamedFor() throws IOException {
        for (long seed = 1; seed <= 12; seed++) {
            DemoFacts made = DemoMunicipality.generate(folder.resolve("p" + seed), seed, 1);
            DemoItem item = made.where(Planted.ON_PDF_PAGE_3);
            List<String> pages = Reading.pdfPages(
                    Files.readAllBytes(made.root().resolve(item.delivery()).resolve(item.path())));

            assertTrue(pages.size() >= 5, "seed " + seed);
            for (int page = 1; page <= pages.size(); page++) {
                boolean found = pages.get(page - 1).contains(Planted.ON_PDF_PAGE_3.word());
                assertEquals(page == 3, found, "seed " + seed + " page " + page);
            }
        }
    }

    private static String text(String path, byte[] file) throws XMLStreamException {
        if (path.matches(".*\\.(docx|xlsx|pptx|odt)")) {
            StringBuilder text = new StringBuilder();
            for (Map.Entry<String, byte[]> part : Reading.zip(file).entrySet()) {
                text.append(part.getKey().equals("mimetype") ? "" : Reading.xml(part.getValue()));
            }
            return text.toString();
        }
        if (path.endsWith(".pdf")) {
            return String.join("\n", Reading.pdfPages(file));
        }
        StringBuilder text = new StringBuilder(new String(file, StandardCharsets.UTF_8));
        if (path.endsWith(".eml")) {
            for (byte[] attachment : Reading.attachments(file)) {
                boolean zip = attachment.length > 1 && attachment[0] == 'P' && attachment[1] == 'K';
                text.append(zip ? text("x.docx", attachment) : "");
            }
        }
        return text.toString();
    }

    private static byte[] bytes(DemoItem item) throws IOException {
        return Files.readAllBytes(facts.root().resolve(item.delivery()).resolve(item.path()));
    }

    private static Map<String, byte[]> files(Path root) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(path).toString(), Files.readAllBytes(path));
            }
        }
        return files;
    }

    private static List<String> names(Path delivery) throws IOException {
        try (Stream<Path> paths = Files.list(delivery)) {
            return paths.map(p -> p.getFileName().toString())
                    .filter(n -> !n.equals(DeliveryTable.NAME))
                    .toList();
        }
    }

    private static List<String> firstColumn(Path table) throws IOException {
        return Files.readAllLines(table).stream()
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }
}
