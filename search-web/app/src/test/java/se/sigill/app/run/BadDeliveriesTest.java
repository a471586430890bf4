package se.sigill.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.sigill.app.demo.DemoFacts;
import se.sigill.app.demo.DemoMunicipality;
import se.sigill.core.json.Json;
import se.sigill.core.store.Digests;

/**
 * Bad deliveries through {@code sigill deposit}: all in one run, each told with its remedy, the sound documents beside
 * the faults taken in, and every byte that was received still there.
 */
@TestMethodOrder(OrderAnnotation.class)
class BadDeliveriesTest {
    private static final int ATTEMPTS_MAX = 20;

    @TempDir
    static Path temp;

    private static final Map<String, BadDelivery> CASES = new LinkedHashMap<>();
    /** What was printed about each delivery, by the name of the case. */
    private static final Map<String, List<Json.Obj>> SAID = new LinkedHashMap<>();

    private static Running archive;
    private static int exit;
    private static Set<String> kept;

    @BeforeAll
    static void depositsThemAll() throws IOException {
        DemoFacts facts = DemoMunicipality.generate(temp.resolve("demo"), 1, 1);
        archive = Running.founded(temp.resolve("home"));
        archive.type("adopt", "plan", facts.informationPlan().toString()).expect(0);
        archive.type("adopt", "provisions", facts.provisions().toString()).expect(0);
        List<String> words = new ArrayList<>(List.of("--json", "--system", "test"));
        for (BadDelivery bad : BadDeliveries.all()) {
            CASES.put(bad.name(), bad);
            Path folder = Files.createDirectories(
                    temp.resolve("in").resolve(bad.name().replace(' ', '-')));
            words.add(bad.writer().write(folder).toString());
        }

        Running.Ended ended = archive.type("deposit", words.toArray(String[]::new));

        exit = ended.exit();
        assertEquals("", ended.err());
        sort(ended.json());
        kept = kept();
    }

    /** Gives each delivery its lines: they come in the order in which the paths were given. */
    private static void sort(List<Json.Obj> lines) {
        List<String> names = new ArrayList<>(CASES.keySet());
        String current = "";
        int at = -1;
        for (Json.Obj line : lines.subList(0, lines.size() - 1)) {
            String delivery = line.text("delivery");
            if (delivery.isEmpty() || !delivery.equals(current)) {
                at++;
                current = delivery;
            }
            SAID.computeIfAbsent(names.get(at), n -> new ArrayList<>()).add(line);
        }
    }

    /** SHA-256 of every original in the archive and of every file in quarantine. */
    private static Set<String> kept() throws IOException {
        Set<String> sums = new HashSet<>();
        try (Stream<Path> walk = Files.walk(archive.home())) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                if (file.toString().contains("/representations/original/")
                        || file.toString().contains("/quarantine/")) {
                    sums.add(Digests.of(file).sha256());
                }
            }
        }
        return sums;
    }

    static Stream<BadDelivery> cases() {
        return CASES.values().stream();
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("cases")
    void tellsTheFaultTakesTheRestInAndLosesNothing(BadDelivery bad) {
        List<Json.Obj> said = SAID.get(bad.name());

        List<Json.Obj> findings = said.stream()
                .flatMap(line -> line.array("findings").stream().map(Json::asObject))
                .filter(finding -> finding.text("code").equals(bad.code()))
                .toList();
        assertFalse(findings.isEmpty(), () -> "said instead: " + said);
        assertFalse(findings.getFirst().text("remedy").isBlank());
        assertFalse(findings.getFirst().text("message").isBlank());
        assertEquals(bad.rest() == BadDelivery.Rest.REFUSED, outcomes(said, "refused") == 1, said::toString);
        assertEquals(bad.waiting(), outcomes(said, "quarantined"), said::toString);
        boolean isIn = said.stream()
                .anyMatch(line -> line.text("path").equals("bra.txt")
                        && line.text("outcome").equals("taken-in"));
        assertEquals(bad.good(), isIn, said::toString);
        for (byte[] content : bad.kept()) {
            assertTrue(kept.contains(Digests.of(content).sha256()), () -> "lost: " + said);
        }
    }

    private static long outcomes(List<Json.Obj> lines, String outcome) {
        return lines.stream()
                .filter(line -> line.text("outcome").equals(outcome))
                .count();
    }

    @Test
    @Order(2)
    void endsAsPartlyDone() {
        assertEquals(3, exit);
        assertTrue(CASES.size() >= 40, CASES.size() + " kinds");
        assertEquals(CASES.keySet(), SAID.keySet());
    }

    @Test
    @Order(3)
    void findsWhatWasTakenInAndSaysWhatWaits() {
        long good = CASES.values().stream().filter(BadDelivery::good).count();

        Json.Obj status = archive.type("status", "--json").expect(0).json().getFirst();

        assertEquals(CASES.values().stream().mapToInt(BadDelivery::waiting).sum(), status.integer("quarantined"));
        assertEquals(0, status.integer("queue"));
        assertTrue(status.integer("records") >= good);
        assertTrue(archive.type("search", "--json", "--limit", "100", "beside")
                        .hits()
                        .size()
                >= good);
    }

    @Test
    @Order(4)
    void tellsByItsExitCodeHowADepositEnded() throws IOException {
        Path sound = Files.writeString(temp.resolve("sund.txt"), "sund\n");
        Path bad = BadDelivery.table(
                Files.createDirectories(temp.resolve("exit")),
                "exit",
                BadDelivery.HEAD + BadDelivery.soundRow() + "x;;;;;;;\n");

        assertEquals(0, deposit(sound.toString()).exit());
        assertEquals(3, deposit(bad.toString()).exit());
        assertEquals(
                3, deposit(sound.toString(), temp.resolve("none").toString()).exit());
        Running.Ended refused = deposit(temp.resolve("none").toString());
        assertEquals(2, refused.exit());
        assertTrue(refused.out().contains("DELIVERY-NOT-FOUND"), refused.out());
        assertTrue(refused.out().contains("Give the path of a folder"), refused.out());
    }

    private static Running.Ended deposit(String... paths) {
        List<String> words = new ArrayList<>(List.of("--system", "exit", "--receive-only"));
        words.addAll(List.of(paths));
        return archive.type("deposit", words.toArray(String[]::new));
    }

    /** Somebody writes all the time, but whether between two looks at the file only the machine knows: it has some tries. */
    @Test
    @Order(6)
    void keepsApartAFileThatChangesWhileItIsRead() throws IOException, InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        Path growing = Files.writeString(temp.resolve("zz.log"), "x");
        CountDownLatch begun = new CountDownLatch(1);
        Thread writer = Thread.ofPlatform().start(() -> {
            while (!done.get()) {
                append(growing);
                begun.countDown();
            }
        });
        begun.await();

        boolean seen = false;
        for (int attempt = 0; attempt < ATTEMPTS_MAX && !seen; attempt++) {
            Path folder = Files.createDirectories(temp.resolve("changing-" + attempt));
            for (int i = 0; i < 20; i++) {
                Files.writeString(folder.resolve("a" + i + ".txt"), "changing " + attempt + " " + i);
            }
            Files.createLink(folder.resolve("zz.log"), growing);
            Running.Ended ended =
                    archive.type("deposit", "--json", "--system", "changing-" + attempt, folder.toString());
            seen = ended.out().contains("DELIVERY-FILE-CHANGED");
            assertEquals(seen ? 3 : 0, ended.exit(), ended.out());
            assertEquals(seen ? 20 : 21, outcomes(ended.json().subList(0, 21), "taken-in"), ended.out());
        }
        done.set(true);
        writer.join();

        assertTrue(seen, "a file that grew all the time was never seen to change");
    }

    private static void append(Path file) {
        try {
            Files.writeString(file, "x", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Order(5)
    @Test
    void letsAPersonRejectWhatWaitsButNotWhatIsSound() throws IOException {
        Path bad = BadDelivery.table(
                Files.createDirectories(temp.resolve("reject")),
                "reject",
                BadDelivery.HEAD + BadDelivery.soundRow() + "annan.txt;T;2026-02-30;;;;;\n");
        Path faulty = Files.writeString(bad.resolve("annan.txt"), "annan, avvisad");
        String delivery = deposit("--json", bad.toString()).json().getFirst().text("delivery");

        archive.type("quarantine", "--reject", delivery).expect(64);
        Running.Ended tooEarly = archive.type("quarantine", "--reject", delivery, "--reason", "fel");
        archive.type("deposit", "--system", "exit").expect(0);
        Running.Ended list = archive.type("quarantine").expect(0);
        archive.type("quarantine", "--reject", delivery, "--reason", "ersatt av ny leverans")
                .expect(0);

        assertEquals(1, tooEarly.exit(), tooEarly.err());
        assertTrue(list.out().contains("DELIVERY-DATE-WRONG"), list.out());
        assertTrue(list.out().contains("Write the date as year-month-day"), list.out());
        assertFalse(archive.type("quarantine").out().contains(delivery));
        assertTrue(archive.type("log").out().contains("ersatt av ny leverans"));
        Path aside = archive.home().resolve("spool/rejected").resolve(delivery).resolve("quarantine");
        try (Stream<Path> files = Files.list(aside)) {
            assertEquals(Digests.of(faulty), Digests.of(files.findFirst().orElseThrow()));
        }
        assertEquals(
                1, archive.type("search", "--json", "\"beside: reject\"").hits().size());
    }

    @Test
    @Order(7)
    void keepsApartAFileThatItMayNotRead() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("unreadable"));
        BadDelivery.table(folder, "unreadable", BadDelivery.HEAD + BadDelivery.soundRow() + "annan.txt;;;;;;;\n");
        Path secret = Files.writeString(folder.resolve("annan.txt"), "annan");
        assertTrue(secret.toFile().setReadable(false, false));
        assumeFalse(Files.isReadable(secret), "who runs this test may read everything (root)");

        Running.Ended ended = archive.type("deposit", "--json", "--system", "test", folder.toString());

        assertEquals(3, ended.exit());
        assertTrue(ended.out().contains("DELIVERY-FILE-UNREADABLE"), ended.out());
    }
}
