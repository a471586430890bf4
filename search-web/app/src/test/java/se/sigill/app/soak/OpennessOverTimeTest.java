package se.sigill.app.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.run.Running;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.archive.Surroundings;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.record.RecordDescription;
import se.sigill.search.SearchRequest;

/** What the index lets somebody find changes with the days, with no act. */
final class OpennessOverTimeTest {
    private static final Set<String> OF_THE_OTHER_BOARD = Set.of("shared:räddningsnämnden");

    @TempDir
    private Path folder;

    private Home home = new Home(Path.of("."));
    private LocalDate shared = LocalDate.EPOCH;

    @BeforeEach
    void sharesARestrictedRecordForTenDays() {
        Running.founded(folder.resolve("home"));
        home = new Home(folder.resolve("home"));
        try (OpenArchive archive = openAfter(0)) {
            FilledArchive filled = new FilledArchive(archive, 7);
            RecordDescription record = filled.takeIn(1).getFirst();
            shared = archive.today();
            archive.archive()
                    .decide(List.of(
                            filled.restriction(record),
                            new Act.Overridden(
                                    archive.clock().instant(),
                                    Actor.person("anna"),
                                    record.id(),
                                    "OSL 10:27",
                                    "authority:Räddningsnämnden",
                                    "samverkan",
                                    shared.plusDays(10))));
        }
    }

    @Test
    void nobodyFindsByAnOverrideThatHasEnded() {
        assertEquals(1, found(10));
        assertEquals(0, found(11));
    }

    @Test
    void nobodyFindsByAnOverrideThatHasNotBegunWhenTheClockIsPutBack() {
        assertEquals(1, found(1));
        assertEquals(0, found(-1));
    }

    private long found(int daysLater) {
        try (OpenArchive archive = openAfter(daysLater)) {
            assertEquals(1, archive.index().size());
            return archive.index()
                    .search(SearchRequest.of("", OF_THE_OTHER_BOARD))
                    .total();
        }
    }

    private OpenArchive openAfter(int days) {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(days));
        return OpenArchive.open(new Surroundings(home, ConfigReader.read(home.config()), clock, new SecureRandom()));
    }
}
