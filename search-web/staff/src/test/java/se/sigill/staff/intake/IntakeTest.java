package se.sigill.staff.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.run.Running;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.config.Home;
import se.sigill.core.record.RecordId;
import se.sigill.ingest.spool.Deposit;
import se.sigill.ingest.spool.Receipt;

/** The two lanes of a running server: taking in never waits for making last, and neither is forgotten by a stop. */
@Tag("slow")
class IntakeTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String MAIL = """
            From: a@example.se
            To: registrator@lindhult.example
            Subject: %s
            Date: Mon, 2 Nov 2026 08:00:00 +0100
            Message-ID: <%s@example.se>
            Content-Type: text/plain; charset=utf-8

            Hej.
            """;

    @TempDir
    private Path folder;

    @Test
    void whatAStopLeftIsTakenInAndMadeLastAfterTheNextStart() throws IOException {
        Running running = Running.founded(folder.resolve("home"));
        running.type(
                        "deposit",
                        "--system",
                        "prov",
                        "--receive-only",
                        mails("spool", 1).toString())
                .expect(0);
        Home home = new Home(running.home());
        try (OpenArchive archive = OpenArchive.open(home)) {
            RecordId early;
            try (Intake intake = new Intake(archive)) {
                intake.takeInLeft();
                await(() -> archive.spool().waiting().isEmpty());
                await(() -> new DueRenditions(home).left().isEmpty() && renditions(home) == 1);
                early = new RecordId(
                        archive.catalogue().page("", 10).getFirst().id().value());
            }
            // As if a server had been killed amid the second lane, and one record were disposed of since.
            DueRenditions due = new DueRenditions(home);
            due.begin("0123abcd", List.of(early, new RecordId("0000000000000000000000000a")));
            try (Intake intake = new Intake(archive)) {
                intake.takeInLeft();
                await(() -> due.left().isEmpty());
            }
            assertEquals(1, renditions(home));
        }
    }

    @Test
    void aDeliveryDoesNotWaitForTheRenditionsOfAnEarlierOne() throws IOException {
        Running running = Running.founded(folder.resolve("home"));
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()));
                Intake intake = new Intake(archive)) {
            String large = received(intake, archive, mails("stor", 30));
            assertTrue(intake.isTakingIn());
            await(() -> stage(intake, large) == Delivery.Stage.MAKING_LAST);
            String small = received(intake, archive, mails("liten", 1));
            await(() -> stage(intake, small).compareTo(Delivery.Stage.SEALING) > 0);

            assertFalse(intake.isTakingIn(), "nobody waits for renditions");
            assertEquals(Delivery.Stage.MAKING_LAST, stage(intake, large));
            assertTrue(new DueRenditions(archive.home()).left().containsKey(large));
            await(() -> stage(intake, large) == Delivery.Stage.DONE && stage(intake, small) == Delivery.Stage.DONE);
            assertEquals(Map.of(), new DueRenditions(archive.home()).left());
            assertFalse(intake.journal().isWorking());
        }
    }

    private Path mails(String name, int count) throws IOException {
        Path delivery = Files.createDirectory(folder.resolve(name));
        for (int i = 0; i < count; i++) {
            String subject = name + i;
            Files.writeString(
                    delivery.resolve(i + ".eml"),
                    MAIL.formatted(subject, subject).replace("\n", "\r\n"));
        }
        return delivery;
    }

    private static String received(Intake intake, OpenArchive archive, Path delivery) {
        return intake.receive(archive, "arkivarie", delivery, "prov", "Kommunstyrelsen")
                        instanceof Deposit.Received(Receipt receipt)
                ? receipt.delivery()
                : "";
    }

    private static Delivery.Stage stage(Intake intake, String delivery) {
        return intake.journal().find(delivery).orElseThrow().stage();
    }

    private static long renditions(Home home) {
        try (Stream<Path> files = Files.walk(home.archive())) {
            return files.filter(path -> path.toString().contains("/representations/preservation/data/"))
                    .count();
        } catch (IOException e) {
            return -1;
        }
    }

    private static void await(BooleanSupplier done) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!done.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(end), "not within " + PATIENCE.toSeconds() + " s");
            LockSupport.parkNanos(20_000_000);
        }
    }
}
