package se.sigill.app.outward;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import se.sigill.app.soak.FilledArchive;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Sealing;
import se.sigill.core.archive.Surroundings;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.core.record.RecordDescription;
import se.sigill.search.SearchRequest;
import se.sigill.zone.Zone;

/** What the tests about publishing have in common: an archive that grows, and looking at what came outside. */
final class Grown {
    private Grown() {}

    static OpenArchive open(Home home, Clock clock) {
        return OpenArchive.open(new Surroundings(home, ConfigReader.read(home.config()), clock, new SecureRandom()));
    }

    /** One that has the rules which come with Sigill, and no record yet. */
    static FilledArchive ruled(OpenArchive archive, long seed) {
        FilledArchive filled = new FilledArchive(archive, seed);
        filled.adoptRules("1");
        return filled;
    }

    /** Takes in so many records and seals them. */
    static void by(int records, OpenArchive archive, FilledArchive filled) {
        List<RecordDescription> _ = filled.takeIn(records);
        archive.catchUp();
        new Sealing(archive).seal();
    }

    static long found(Zone zone, String query) {
        return zone.search().search(SearchRequest.of(query, Zone.labels())).total();
    }

    /** Whether the bytes stand in any file. */
    static boolean has(Path tree, byte[] wanted) throws IOException {
        String needle = new String(wanted, StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(needle)) {
                    return true;
                }
            }
        }
        return false;
    }
}
