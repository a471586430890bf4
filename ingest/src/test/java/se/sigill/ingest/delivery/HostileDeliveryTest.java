package se.sigill.ingest.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever lies in a delivery, reading it gives a plan: findings, never an exception. */
class HostileDeliveryTest {
    @Property(tries = 200)
    void readsAnyTable(@ForAll("tables") byte[] table) throws IOException {
        Path folder = Files.createTempDirectory("sigill-table");
        Files.write(folder.resolve("leverans.csv"), table);
        Files.writeString(folder.resolve("a.txt"), "a");

        DeliveryPlan plan = BadDeliveryTest.reader().read(folder);

        assertEquals(1, plan.items().stream().filter(DeliveryItem::hasBytes).count());
        delete(folder);
    }

    @Property(tries = 400)
    void readsAnyDamagedZip(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        byte[] zip = new TestZip()
                .add("a.txt", "aaaa".repeat(random.nextInt(50)))
                .add("b/ö.txt", "b")
                .add("leverans.csv", "fil;titel\na.txt;A\nb/ö.txt;Ö\n")
                .bytes();
        for (int i = 0; i <= random.nextInt(6); i++) {
            zip[random.nextInt(zip.length)] = (byte) random.nextInt(256);
        }
        Path folder = Files.createTempDirectory("sigill-zip");
        Path file = Files.write(folder.resolve("x.zip"), zip);

        DeliveryPlan plan = BadDeliveryTest.reader().read(file);

        for (DeliveryItem item : plan.items()) {
            assertTrue(readsToAnEnd(item), item::toString);
        }
        delete(folder);
    }

    @Property(tries = 1000)
    void readsAnyDate(@ForAll String field) {
        if (DateForm.read(field) instanceof DateForm.Day(var date)) {
            assertTrue(date.getYear() >= 1200 && date.getYear() <= 2200);
        }
    }

    @Property(tries = 1000)
    void aNameInsideNeverClimbsOut(@ForAll("names") String raw) {
        DeliveryName.inside(raw).ifPresent(name -> {
            assertTrue(Path.of("/root")
                    .resolve(name.path().replace("\0", ""))
                    .normalize()
                    .startsWith("/root"));
            assertTrue(!name.asTitle().isBlank() && name.asTitle().indexOf('\n') < 0);
        });
    }

    @Provide
    Arbitrary<byte[]> tables() {
        Arbitrary<String> piece = Arbitraries.of(
                "sökväg",
                "path",
                ";",
                ",",
                "\t",
                "\n",
                "\r\n",
                "\"",
                "\"\"",
                "a.txt",
                "titel",
                "datum",
                "2026-01-01",
                "..",
                "/",
                "OSL 26:1",
                "\0",
                "\uFEFF",
                "å",
                " ",
                "46095");
        Arbitrary<byte[]> woven =
                piece.list().ofMaxSize(60).map(pieces -> String.join("", pieces).getBytes(StandardCharsets.UTF_8));
        Arbitrary<byte[]> headed = piece.list()
                .ofMaxSize(30)
                .map(pieces -> ("path;title;date\n" + String.join("", pieces)).getBytes(StandardCharsets.UTF_16));
        return Arbitraries.oneOf(List.of(woven, headed, Arbitraries.bytes().array(byte[].class)));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("..", ".", "/", "\\", "a", "ö", "C:", "\0", "\n", " ", "\u202E", "con", ".txt", "~$")
                .list()
                .ofMaxSize(10)
                .map(pieces -> String.join("", pieces));
    }

    private static boolean readsToAnEnd(DeliveryItem item) throws IOException {
        try (InputStream in = item.content().file().open()) {
            in.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (DamagedException e) {
            return !e.code().id().isEmpty();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
