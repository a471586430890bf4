package se.sigill.core.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static se.sigill.core.log.LogBed.ANNA;
import static se.sigill.core.log.LogBed.AT;
import static se.sigill.core.log.LogBed.disposed;
import static se.sigill.core.log.LogBed.hold;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.ArchiveException;
import se.sigill.core.tlog.NoteSigner;

/** What a log does not do, and that it is as before when it did not. */
class LogRefusalTest {
    private static final NoteSigner FIRST = LogBed.signer();
    private static final NoteSigner SECOND = LogBed.signer();

    @TempDir
    Path folder;

    private ArchiveLog log;

    @BeforeEach
    void found() {
        log = LogBed.log(folder, FIRST, 20);
    }

    @AfterEach
    void close() {
        log.close();
    }

    private static Act.KeyRotated rotated(String key, NoteSigner from, NoteSigner to) {
        return new Act.KeyRotated(AT, ANNA, key, from.key().toString(), to.key().toString(), "byte", "");
    }

    @Test
    void rotatesOnlyFromItsKeyToTheNextOne() {
        NoteSigner other = LogBed.signer();

        assertThrows(ArchiveException.Refused.class, () -> log.rotate(rotated("seal", FIRST, SECOND), SECOND));
        assertThrows(ArchiveException.Refused.class, () -> log.rotate(rotated("log", other, SECOND), SECOND));
        assertThrows(ArchiveException.Refused.class, () -> log.rotate(rotated("log", FIRST, other), SECOND));
        assertThrows(ArchiveException.Refused.class, () -> log.rotate(rotated("log", FIRST, FIRST), FIRST));
        assertEquals(20, log.head().size());
    }

    @Test
    void erasesOnlyWhatLiesBeforeTheOrder() {
        long order = log.append(List.of(disposed(5))).first();
        log.append(List.of(hold(30)));

        assertThrows(ArchiveException.Refused.class, () -> log.erase(List.of(-1L), order));
        assertThrows(ArchiveException.Refused.class, () -> log.erase(List.of(order), order));
        assertThrows(ArchiveException.Refused.class, () -> log.erase(List.of(5L, order + 1), order));
        assertThrows(ArchiveException.Refused.class, () -> log.erase(List.of(5L), order + 1));
        assertThrows(ArchiveException.Refused.class, () -> log.erase(List.of(5L), order + 2));
        assertEquals(hold(5), ((LogEntry.Kept) log.reader().entry(5)).act());
    }

    @Test
    void takesNoOrderFromAnErasedAct() {
        long first = log.append(List.of(disposed(5))).first();
        long second = log.append(List.of(disposed(6))).first();
        log.erase(List.of(first), second);

        assertThrows(ArchiveException.Refused.class, () -> log.erase(List.of(5L), first));
        assertEquals(hold(5), ((LogEntry.Kept) log.reader().entry(5)).act());
    }

    @Test
    void erasesNothingWhenNothingIsNamed() {
        long order = log.append(List.of(disposed(5))).first();

        log.erase(List.of(), order);

        assertEquals(hold(5), ((LogEntry.Kept) log.reader().entry(5)).act());
    }

    @Test
    void appendsNoEmptyGroupAndNoneOverItsLimit() {
        assertThrows(ArchiveException.Refused.class, () -> log.append(List.of()));
        List<Act> many = Collections.nCopies(ArchiveLog.GROUP_ACTS_MAX + 1, hold(1));
        assertThrows(ArchiveException.Refused.class, () -> log.append(many));
        assertEquals(20, log.head().size());
    }

    @Test
    void appendsTheRotationOfAnotherKeyLikeAnyAct() {
        log.append(List.of(rotated("seal", FIRST, SECOND)));

        assertEquals(21, log.head().size());
    }

    @Test
    void readsNothingBehindTheLastAct() {
        try (var entries = log.reader().entries(18, 20)) {
            var each = entries.iterator();
            each.next();
            each.next();

            assertThrows(NoSuchElementException.class, each::next);
        }
    }

    @Test
    void knowsNoActorWithoutKindOrName() {
        assertThrows(IllegalArgumentException.class, () -> Actor.ofText("anna"));
        assertThrows(IllegalArgumentException.class, () -> Actor.ofText("ghost:anna"));
        assertThrows(IllegalArgumentException.class, () -> Actor.person(" "));
        assertEquals(Actor.rule("gallring"), Actor.ofText("rule:gallring"));
    }
}
