package se.sigill.core.disposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.access.Classification;
import se.sigill.core.access.PlanClass;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.log.ArchiveLog;
import se.sigill.core.log.LogBed;
import se.sigill.core.log.LogEntry;
import se.sigill.core.record.RecordId;
import se.sigill.core.store.FileContentStore;
import se.sigill.core.store.Samples;
import se.sigill.core.tlog.NoteSigner;

class DisposerTest {
    @TempDir
    Path home;

    private final RecordId one = LogBed.record(1);
    private final RecordId two = LogBed.record(2);
    private final List<String> asked = new ArrayList<>();
    private final NoteSigner signer = LogBed.signer();
    private ArchiveLog log;
    private FileContentStore store;

    @BeforeEach
    void sealTwoRecords() throws IOException {
        store = FileContentStore.create(home.resolve("ocfl"), home.resolve("work"));
        Samples.store(store, "batch-a", Samples.first(home.resolve("spool"), one));
        Samples.store(store, "batch-b", Samples.first(home.resolve("spool"), two));
        log = ArchiveLog.found(home.resolve("log"), LogBed.founded(signer), signer, LogBed.SETTINGS);
        log.append(List.of(sealed(one), sealed(two), assessed(one), assessed(two)));
    }

    @AfterEach
    void close() {
        log.close();
    }

    private static Act sealed(RecordId id) {
        return new Act.Sealed(LogBed.AT, LogBed.ANNA, id, 1, "", "ks", "1", "d", "a.txt", "Socialnämnden", "2.2");
    }

    private static Act assessed(RecordId id) {
        return new Act.Assessed(LogBed.AT, LogBed.ANNA, id, true, false, "Anna Anderssons ärende");
    }

    private Disposer disposer(Place... places) {
        return new Disposer(log, store, List.of(places), home.resolve("work"), Clock.fixed(LogBed.AT, ZoneOffset.UTC));
    }

    private static Disposer.Case order(RecordId id, Actor second) {
        PlanClass invoices = new PlanClass(
                "2.2",
                "Fakturor",
                PlanClass.Rule.ASSESS,
                false,
                "",
                LocalDate.of(2025, 1, 1),
                7,
                PlanClass.Outcome.DISPOSE,
                false,
                "test",
                true);
        DisposalFacts facts = new DisposalFacts(
                id, new Classification.InPlan(invoices, "v1"), List.of(), LocalDate.of(2015, 1, 1), false, false);
        return new Disposer.Case(facts, new DisposalOrder(id, LogBed.ANNA, second, "KS 2025 § 12", "tiden är ute"));
    }

    private String logText() throws IOException {
        StringBuilder out = new StringBuilder();
        try (Stream<Path> files = Files.walk(home.resolve("log").resolve("acts"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.append(Files.readString(file));
            }
        }
        return out.toString();
    }

    private List<Path> notes() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("work"))) {
            return files.filter(f -> f.getFileName().toString().startsWith("dispose-"))
                    .toList();
        }
    }

    @Test
    void erasesContentPlacesAndActsAndLeavesTheDisposal() throws IOException {
        Place evidence = (record, acts, disposal) -> asked.add(record + " " + acts + " " + disposal);

        DisposalOutcome outcome = disposer(evidence)
                .dispose(List.of(order(one, Actor.person("bo"))))
                .getFirst();

        assertEquals(new DisposalOutcome.Done(one, 5, true), outcome);
        assertTrue(store.inventory(one, 1).isEmpty());
        assertTrue(store.inventory(two, 1).isPresent());
        assertEquals(List.of(one + " [1, 3] 5"), asked);
        assertInstanceOf(LogEntry.Erased.class, log.reader().entry(1));
        assertInstanceOf(LogEntry.Kept.class, log.reader().entry(2));
        assertEquals(1, logText().split("Anderssons", -1).length - 1);
        assertEquals(List.of(), notes());
    }

    @Test
    void doesNothingThatIsForbiddenAndTheRestAllTheSame() {
        List<DisposalOutcome> outcomes = disposer()
                .dispose(List.of(
                        order(one, LogBed.ANNA), order(two, Actor.person("bo")), order(two, Actor.person("bo"))));

        assertInstanceOf(DisposalOutcome.Forbidden.class, outcomes.get(0));
        assertInstanceOf(DisposalOutcome.Done.class, outcomes.get(1));
        assertInstanceOf(DisposalOutcome.Forbidden.class, outcomes.get(2));
        assertTrue(store.inventory(one, 1).isPresent());
        assertTrue(store.inventory(two, 1).isEmpty());
    }

    @Test
    void carriesOnAfterAStopBehindTheCommit() throws IOException {
        Place broken = (record, acts, disposal) -> {
            throw new IllegalStateException("the machine stops");
        };
        List<Disposer.Case> orders = List.of(order(one, Actor.person("bo")));
        assertThrows(IllegalStateException.class, () -> disposer(broken).dispose(orders));
        assertEquals(1, notes().size());

        assertEquals(1, disposer().finish());

        assertTrue(store.inventory(one, 1).isEmpty());
        assertInstanceOf(LogEntry.Erased.class, log.reader().entry(3));
        assertEquals(List.of(), notes());
        assertEquals(0, disposer().finish());
    }

    @Test
    void takesAwayANoteWhoseActWasNeverCommitted() throws IOException {
        Files.writeString(home.resolve("work").resolve("dispose-" + one), "KS 2025 § 12\n");

        assertEquals(0, disposer().finish());

        assertTrue(store.inventory(one, 1).isPresent());
        assertInstanceOf(LogEntry.Kept.class, log.reader().entry(1));
        assertEquals(List.of(), notes());
    }

    @Test
    void carriesOutAgainWhatARestoreBroughtBack() {
        disposer().dispose(List.of(order(one, Actor.person("bo"))));
        Samples.store(store, "batch-c", Samples.first(home.resolve("spool2"), one));

        disposer((record, acts, disposal) -> asked.add(record + " " + acts + " " + disposal))
                .carryOutAgain();

        // The texts are gone; the places are told by what the log kept of the acts.
        assertEquals(List.of(one + " [1, 3] 5"), asked);

        assertTrue(store.inventory(one, 1).isEmpty());
        assertTrue(store.inventory(two, 1).isPresent());
    }

    @Test
    void theLogStillOpensAfterwards() {
        disposer().dispose(List.of(order(one, Actor.person("bo"))));
        log.close();

        log = ArchiveLog.open(home.resolve("log"), signer, LogBed.SETTINGS);

        assertEquals(6, log.head().size());
    }
}
