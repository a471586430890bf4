package se.sigill.staff.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.run.Running;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.QuarantinedItems;
import se.sigill.app.wiring.RecentDeliveries;
import se.sigill.app.wiring.User;
import se.sigill.core.config.Home;
import se.sigill.ingest.spool.DeliveryStatus;
import se.sigill.look.Language;
import se.sigill.staff.intake.Journal;

/** What the list of deliveries tells after a restart, and to whom. */
@Tag("slow")
class DeliveriesPageTest {
    @TempDir
    private Path folder;

    @Test
    void tellsAnArchivistOfWhatIsAllTheirsAndOfNothingElse() throws IOException {
        Running running = Running.founded(folder.resolve("home"));
        Path roles = Files.writeString(
                folder.resolve("roles.csv"),
                "account,authority,role\nbo,Kommunstyrelsen,archivist\nann,Socialnämnden,archivist\n");
        running.type("adopt", "roles", roles.toString()).expect(0);
        running.type(
                        "deposit",
                        "--system",
                        "prov",
                        delivery("ks", "Kommunstyrelsen").toString(),
                        delivery("ingens", "").toString())
                .expect(0);
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()))) {
            List<RecentDeliveries.Recent> all = RecentDeliveries.of(archive).since(DeliveriesPage.earliest(archive));
            assertEquals(2, all.size());
            for (RecentDeliveries.Recent each : all) {
                boolean theirs = each.authorities().equals(Set.of("Kommunstyrelsen"));
                Optional<DeliveryPage> page = DeliveryPage.ofLog(around(archive, "bo"), each.id());
                assertEquals(theirs, page.isPresent(), each.toString());
                page.ifPresent(one -> assertEquals(1, one.items().size()));
                assertTrue(DeliveryPage.ofLog(around(archive, "ann"), each.id()).isEmpty());
            }
            assertEquals(1, lines(archive, "bo"));
            assertEquals(0, lines(archive, "ann"));
        }
    }

    /** One that waits to be taken in has nothing to reject, and is told to nobody who asks for its rejection. */
    @Test
    void onlyWhatWaitsInQuarantineIsRejected() throws IOException {
        Running running = Running.founded(folder.resolve("home"));
        Path roles = Files.writeString(
                folder.resolve("roles.csv"),
                "account,authority,role\nbo,Kommunstyrelsen,archivist\nann,Socialnämnden,archivist\n");
        running.type("adopt", "roles", roles.toString()).expect(0);
        Path faulty = delivery("fel", "Kommunstyrelsen");
        Files.write(faulty.resolve("a.txt"), new byte[0]);
        running.type("deposit", "--system", "prov", "--receive-only", faulty.toString())
                .expect(3);
        running.type(
                        "deposit",
                        "--system",
                        "prov",
                        "--receive-only",
                        delivery("sund", "Kommunstyrelsen").toString())
                .expect(0);
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()))) {
            for (DeliveryStatus each : archive.spool().status()) {
                boolean waits = each.quarantined() > 0;
                assertEquals(waits, rejectable(archive, "bo", each.delivery()), each.toString());
                assertFalse(rejectable(archive, "ann", each.delivery()));
            }
            assertEquals(2, archive.spool().status().size());
        }
    }

    private static boolean rejectable(OpenArchive archive, String account, String delivery) {
        return new QuarantinedItems(archive.as(new User.OfStaff(account)))
                .rejectable(delivery)
                .isPresent();
    }

    private Path delivery(String name, String authority) throws IOException {
        Path delivery = Files.createDirectory(folder.resolve(name));
        Files.writeString(delivery.resolve("a.txt"), "En handling ur " + name);
        Files.writeString(delivery.resolve("leverans.csv"), "sökväg;titel;myndighet\r\na.txt;Handling;" + authority);
        return delivery;
    }

    private static Surround around(OpenArchive archive, String account) {
        return new Surround(archive.as(new User.OfStaff(account)), Language.SV, account, EnumSet.allOf(Place.class));
    }

    private static int lines(OpenArchive archive, String account) {
        return DeliveriesPage.of(around(archive, account), new Journal(), account, false, "")
                .lines()
                .size();
    }
}
