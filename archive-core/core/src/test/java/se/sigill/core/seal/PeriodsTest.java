package se.sigill.core.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeriodsTest {
    @TempDir
    private Path folder;

    private Periods periods;

    @BeforeEach
    void open() {
        periods = new Periods(folder);
    }

    /** @return its folder */
    private Path seal(long first, long end) {
        TimeStampSource silent = new TimeStampSource() {
            @Override
            public String name() {
                return "silent";
            }

            @Override
            public Answer stamp(byte[] digest) {
                return new Unanswered("nobody is there");
            }
        };
        byte[] checkpoint = "checkpoint".getBytes(StandardCharsets.UTF_8);
        Sealer.Outcome sealed = TestIdentities.sealer(folder, silent)
                .seal(new SealOrder("origin", Coverage.whole(first, end), checkpoint, List.of()));
        return folder.resolve(sealed.period().id());
    }

    @Test
    void readsEachPeriodOnceAndSeesWhatComesAndGoes() throws IOException {
        assertEquals(List.of(), periods.all());
        Path one = seal(0, 3);
        Period read = periods.all().getFirst().period().orElseThrow();
        Path other = seal(3, 7);

        assertEquals(
                List.of(one, other),
                periods.all().stream().map(Periods.Known::folder).toList());
        assertSame(read, periods.all().getFirst().period().orElseThrow());

        Files.move(other, folder.resolve(".away"));
        assertEquals(
                List.of(one), periods.all().stream().map(Periods.Known::folder).toList());
    }

    /** What could not be read may be mended; what was read is not believed to be there for whoever checks. */
    @Test
    void readsAgainWhatCouldNotBeRead() throws IOException {
        Path one = seal(0, 3);
        byte[] good = Files.readAllBytes(one.resolve(PeriodFolder.PERIOD));
        Files.writeString(one.resolve(PeriodFolder.PERIOD), "{");
        assertTrue(periods.all().getFirst().period().isEmpty());

        Files.write(one.resolve(PeriodFolder.PERIOD), good);
        assertTrue(periods.all().getFirst().period().isPresent());

        Files.writeString(one.resolve(PeriodFolder.PERIOD), "{");
        assertTrue(PeriodFolder.period(one).isEmpty());
    }

    @Test
    void seesATimeStampThatComesLater() throws IOException {
        Path one = seal(0, 3);
        assertFalse(periods.isStamped(one));

        assertEquals(
                List.of(),
                TestIdentities.sealer(folder, TestIdentities.internalAuthority())
                        .closeGaps());

        assertTrue(periods.isStamped(one));
    }
}
