package se.sigill.app.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.run.Running;
import se.sigill.app.wiring.KeyCare;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.archive.Archive;
import se.sigill.core.archive.Surroundings;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.core.log.Actor;
import se.sigill.core.record.RecordId;
import se.sigill.core.store.FileContentStore;

/** What commands say of an archive that is broken or half made. */
final class BrokenArchiveTest {
    @TempDir
    private Path folder;

    @Test
    void checkTellsWhatItFoundThoughItsActCannotBeMade() throws IOException {
        Running running = Running.founded(folder.resolve("home"));
        RecordId id;
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()))) {
            FilledArchive filled = new FilledArchive(archive, 1);
            filled.adoptRules("1");
            id = filled.takeIn(1).getFirst().id();
        }
        Path text = running.home()
                .resolve("archive/ocfl")
                .resolve(FileContentStore.placeOf(id))
                .resolve("v1/content/metadata/text.txt");
        Files.writeString(text, Files.readString(text) + "tillagt\n");
        Files.move(running.home().resolve("keys"), folder.resolve("keys"));

        Running.Ended ended = running.type("check", "--json").expect(2);

        assertTrue(ended.out().contains("VERIFY-FILE-CHANGED"), ended.out());
        assertFalse(ended.json().getFirst().has("act"), ended.out());
        assertTrue(ended.err().contains("could not be made"), ended.err());

        Files.move(folder.resolve("keys"), running.home().resolve("keys"));

        assertTrue(running.type("check", "--json").expect(2).json().getFirst().has("act"));
    }

    @Test
    void opensAndFindsTheRestThoughAPackageIsDamaged() throws IOException {
        Running running = Running.founded(folder.resolve("home"));
        List<RecordId> ids;
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()))) {
            FilledArchive filled = new FilledArchive(archive, 1);
            filled.adoptRules("1");
            ids = filled.takeIn(3).stream().map(each -> each.id()).toList();
        }
        for (String damaged : List.of("text.txt", "record.json")) {
            Path metadata = running.home()
                    .resolve("archive/ocfl")
                    .resolve(FileContentStore.placeOf(ids.get(damaged.equals("text.txt") ? 0 : 1)))
                    .resolve("v1/content/metadata");
            Files.writeString(metadata.resolve(damaged), "nothing");
        }

        running.type("rebuild").expect(0);

        List<String> known = running.type("export", "--json").expect(0).json().stream()
                .map(line -> line.text("id"))
                .toList();
        assertEquals(
                ids.stream().map(RecordId::value).sorted().toList(),
                known.stream().sorted().toList());
        String found = running.type("check", "--json").expect(2).out();
        assertTrue(found.contains("metadata/text.txt"), found);
        assertTrue(found.contains("metadata/record.json"), found);
    }

    @Test
    void doctorLooksAtEverythingThoughTheLogIsBroken() throws IOException {
        Running running = Running.founded(folder.resolve("home"));
        assertEquals("good", state(running.type("doctor", "--json"), "store"));

        Path log = running.home().resolve("archive/log");
        Files.writeString(log.resolve("acts/000"), "nothing\n");
        Running.Ended withoutActs = running.type("doctor", "--json").expect(2);
        Files.writeString(log.resolve("checkpoint"), "nothing\n");
        Files.delete(running.home().resolve("archive/ocfl/ocfl_layout.json"));
        Running.Ended withoutHead = running.type("doctor", "--json").expect(2);

        assertEquals("bad", state(withoutActs, "last act"));
        assertEquals("good", state(withoutActs, "store"));
        assertEquals("bad", state(withoutHead, "log"));
        assertEquals("bad", state(withoutHead, "store"));
        assertEquals("good", state(withoutHead, "clock"));
    }

    @Test
    void initGoesOnWhereItWasStopped() throws IOException {
        Home home = new Home(folder.resolve("home"));
        Files.createDirectories(home.root());
        Files.writeString(home.config(), "archive.name = test.lindhult.example\n");
        Surroundings in =
                new Surroundings(home, ConfigReader.read(home.config()), Clock.systemUTC(), new SecureRandom());
        Archive.found(in, KeyCare.make(home), Actor.person("anna"));
        Running running = new Running(home.root());

        running.type("init").expect(0);

        try (OpenArchive archive = OpenArchive.open(home)) {
            assertEquals(
                    List.of("format-policy", "provisions"),
                    archive.catalogue().adopted().stream()
                            .map(each -> each.kind())
                            .toList());
        }
        running.type("init").expect(1);
    }

    @Test
    void trustNamesTheInternalAuthorityOnlyWhereItGaveAStamp() throws IOException {
        Running running = Running.founded(folder.resolve("home"));
        Path config = running.home().resolve("sigill.conf");
        String before = Files.readString(config);
        String outside = before + "seal.tsa = http://127.0.0.1:9/tsa\n";

        assertTrue(running.type("keys", "trust").expect(0).out().contains("\ntsa "));
        Files.writeString(config, outside);
        Running.Ended never = running.type("keys", "trust").expect(0);
        assertFalse(never.out().contains("\ntsa "), never.out());
        assertTrue(never.err().contains("seal.tsa"), never.err());

        Files.writeString(config, before);
        running.type("seal").expect(0);
        Files.writeString(config, outside);
        assertTrue(running.type("keys", "trust").expect(0).out().contains("\ntsa "));
    }

    private static String state(Running.Ended ended, String what) {
        return ended.json().stream()
                .filter(line -> line.text("what").equals(what))
                .map(line -> line.text("state"))
                .findFirst()
                .orElse("not said");
    }
}
