package se.sigill.core.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.ArchiveException;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.log.LogBed;
import se.sigill.core.record.RecordId;
import se.sigill.core.store.Digests;
import se.sigill.core.store.Promoted;
import se.sigill.core.verify.RecordFacts;

/** A round visits each object once, over any number of runs, and what arrives meanwhile waits for the next one. */
final class CheckRoundTest {
    private static final Limits ONE_WINDOW = Limits.none().withBytes(1);
    private static final int FILES_OF_A_RECORD = 5;

    @TempDir
    Path folder;

    private CheckBed bed;

    @BeforeEach
    void makeAnArchive() throws IOException {
        bed = new CheckBed(folder).with(12);
    }

    @AfterEach
    void close() {
        bed.close();
    }

    private Path paper() {
        return bed.home.work().resolve("check/round");
    }

    @Test
    void goesOnWhereItStoppedAndVisitsEachObjectOnce() throws IOException {
        List<Round> runs = new ArrayList<>();
        do {
            runs.add(bed.check().run(ONE_WINDOW));
            bed.deposit(100 + runs.size());
        } while (!runs.getLast().complete());

        Round last = runs.getLast();
        assertTrue(runs.size() > 3);
        assertEquals(12, last.objects());
        assertEquals(12 * FILES_OF_A_RECORD, last.files());
        assertEquals(List.of(), CheckBed.faults(last));
        for (int i = 1; i < runs.size(); i++) {
            assertEquals(runs.get(i - 1).to(), runs.get(i).from());
            assertEquals(last.id(), runs.get(i).id());
        }
        bed.commit(last);
        assertEquals(12 + runs.size(), bed.check().run(Limits.none()).objects());
    }

    @Test
    void handsTheSameRoundBackUntilItsActIsCommitted() {
        Round first = bed.check().run(Limits.none());
        Round again = bed.check().run(Limits.none());
        bed.commit(again);
        Round next = bed.check().run(Limits.none());

        assertTrue(first.complete());
        assertEquals("round-1", again.id());
        assertEquals(first.bytes(), again.bytes());
        assertEquals("round-2", next.id());
        assertEquals(12, next.objects());
    }

    @Test
    void makesTheActOfACompleteRoundOnly() {
        Round part = bed.check().run(ONE_WINDOW);
        Round whole = bed.check().run(Limits.none());

        assertFalse(part.complete());
        assertThrows(IllegalStateException.class, () -> part.audited(LogBed.AT, Actor.system("check")));
        assertEquals(
                new Act.Audited(LogBed.AT, Actor.system("check"), "round-1", 12, 60, whole.bytes(), 0),
                whole.audited(LogBed.AT, Actor.system("check")));
    }

    @Test
    void stopsWhenItsTimeIsOverAfterOneWindow() {
        Round round = bed.check().run(Limits.none().withTime(Duration.ZERO));

        assertEquals(12, round.objects(), "twelve small objects are one window");
    }

    @Test
    void beginsAnewAndSaysSoWhenItsPaperIsDamaged() throws IOException {
        Round before = bed.check().run(ONE_WINDOW);
        String text = Files.readString(paper());
        Files.writeString(paper(), text.replace("\"objects\":" + before.objects(), "\"objects\":7000"));

        Round round = bed.check().run(Limits.none());

        assertEquals(List.of("CHECK-CURSOR-DAMAGED work/check/round"), CheckBed.faults(round));
        assertEquals(0, round.faults());
        assertEquals(12, round.objects());
        assertEquals("round-2", round.id());
    }

    @Test
    void beginsAnewWhenItsPaperIsEmptyOrOfAnotherLog(@TempDir Path elsewhere) throws IOException {
        Files.createDirectories(paper().getParent());
        Files.writeString(paper(), "");
        assertEquals(1, CheckBed.faults(bed.check().run(ONE_WINDOW)).size());

        try (CheckBed other = new CheckBed(elsewhere).with(30)) {
            other.check().run(ONE_WINDOW);
            Files.writeString(paper(), Files.readString(other.home.work().resolve("check/round")));
        }
        assertEquals(
                List.of("CHECK-CURSOR-DAMAGED work/check/round"),
                CheckBed.faults(bed.check().run(Limits.none())));
    }

    @Test
    void keepsFaultsOverRunsAndKnowsSwappedFilesOfTwoRuns() throws IOException {
        Path first = bed.home.archive().resolve(CheckBed.place(CheckBed.id(1)) + CheckBed.ORIGINAL);
        Path last = bed.home.archive().resolve(CheckBed.place(CheckBed.id(12)) + CheckBed.ORIGINAL);
        Path aside = folder.resolve("aside");
        Files.move(first, aside);
        Files.move(last, first);
        Files.move(aside, last);
        Path extra = bed.home.archive().resolve(CheckBed.place(CheckBed.id(1)) + "/more");
        Files.writeString(extra, "more");

        Round part = bed.check().run(ONE_WINDOW);
        Round whole = bed.check().run(Limits.none());

        assertEquals(2, part.faults());
        assertEquals(3, whole.faults());
        List<String> codes =
                whole.findings().stream().map(f -> f.code().id()).sorted().toList();
        assertEquals(List.of("VERIFY-FILE-EXTRA", "VERIFY-FILE-SWAPPED", "VERIFY-FILE-SWAPPED"), codes);
    }

    @Test
    void checksOnlyWhatIsOldEnough() throws IOException {
        Limits monthly = Limits.none().withOlderThan(Duration.ofDays(30));
        Round fresh = bed.check().run(monthly);
        bed.pass(Duration.ofDays(31));
        Round part = bed.check().run(monthly.withBytes(1));
        bed.pass(Duration.ofDays(10));
        Round whole = bed.check().run(monthly);
        bed.commit(whole);
        bed.pass(Duration.ofDays(21));
        Round second = bed.check().run(monthly);

        assertEquals(0, fresh.objects());
        assertFalse(fresh.complete());
        assertTrue(whole.complete());
        assertEquals(12, whole.objects());
        assertEquals(part.objects(), second.objects(), "those of the first run are 31 days old, the others 21");
        assertFalse(second.complete());
    }

    @Test
    void leavesAloneWhatABatchIsChanging() throws IOException {
        RecordId arriving = CheckBed.id(40);
        byte[] text = "nytt".getBytes(UTF_8);
        Promoted arrived = bed.promote(bed.first(arriving, text, Digests.of(text)));
        Promoted rendered = bed.promote(CheckBed.second(CheckBed.id(3)));

        Round during = bed.check().run(Limits.none());
        bed.commit(during);
        bed.log.append(List.of(bed.sealed(arrived), bed.rendition(rendered)));
        Round after = bed.check().run(Limits.none());

        assertEquals(List.of(), CheckBed.faults(during));
        assertEquals(
                List.of("CHECK-UNDER-WAY " + CheckBed.place(CheckBed.id(3))),
                during.findings().stream().map(CheckBed::line).toList());
        assertEquals(List.of(), after.findings());
        assertEquals(13, after.objects());
    }

    @Test
    void waitsWithADisposalThatIsUnderWay() throws IOException {
        RecordId id = CheckBed.id(5);
        Files.writeString(bed.home.work().resolve("dispose-" + id), "beslut\n");
        bed.dispose(id);

        Round during = bed.check().run(Limits.none());
        bed.commit(during);
        bed.store.erase(id);
        Files.delete(bed.home.work().resolve("dispose-" + id));
        Round after = bed.check().run(Limits.none());

        assertEquals(List.of(), CheckBed.faults(during));
        assertEquals(0, during.disposed());
        assertEquals(List.of(), CheckBed.faults(after));
        assertEquals(1, after.disposed());
        assertEquals(11, after.objects());
    }

    @Test
    void inventsNothingWhileSomebodyWrites() {
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int i = 1; i <= 12; i++) {
                bed.addRendition(CheckBed.id(i));
            }
        });
        List<String> faults = new ArrayList<>();
        boolean more = true;
        while (more) {
            more = !writer.isDone();
            Round round = bed.check().run(Limits.none());
            faults.addAll(CheckBed.faults(round));
            bed.commit(round);
        }
        writer.join();

        assertEquals(List.of(), faults);
    }

    @Test
    void tellsOpenGapsByKindAndVersionsThatWaitForTheirSeal() {
        Act.GapOpened gap = new Act.GapOpened(
                LogBed.AT, LogBed.ANNA, CheckBed.id(1), "FORMAT-NO-ENGINE", "", "no engine", "libreoffice");
        long first = bed.log.append(List.of(gap, gap, gap)).first();
        bed.log.append(List.of(new Act.GapClosed(LogBed.AT, LogBed.ANNA, CheckBed.id(1), first, false, "done")));
        Round early = bed.check().run(Limits.none());
        bed.commit(early);
        bed.pass(Duration.ofHours(2));

        Round late = bed.check().run(Limits.none());

        assertEquals(List.of("CHECK-GAP-OPEN log:" + (first + 1)), CheckBed.faults(early));
        assertTrue(early.findings().getFirst().message().startsWith("2 open of kind FORMAT-NO-ENGINE"));
        assertEquals(List.of("CHECK-UNSEALED-LONG log:1", "CHECK-GAP-OPEN log:" + (first + 1)), CheckBed.faults(late));
        assertEquals(0, late.faults());
    }

    @Test
    void tellsOfPeriodsWithoutTimeStamp() throws IOException {
        Files.createDirectories(bed.home.evidence().resolve("20261123T101100Z-7k3q"));

        Round round = bed.check().run(Limits.none());

        assertEquals(List.of("VERIFY-UNREADABLE evidence/20261123T101100Z-7k3q"), CheckBed.faults(round));
    }

    @Test
    void refusesASecondRunBesideTheFirst() {
        List<Class<?>> refused = new ArrayList<>();
        bed.check()
                .run(
                        Limits.none(),
                        progress -> refused.add(assertThrows(ArchiveException.Locked.class, () -> bed.check()
                                        .run(Limits.none()))
                                .getClass()));

        assertEquals(List.of(ArchiveException.Locked.class), refused);
    }

    @Test
    void readsTheLogInStretches() {
        var reader = bed.log.reader();
        RoundFacts facts = RoundFacts.read(reader, 0, reader.head().size(), 5);

        assertEquals(5, facts.inOrder().size());
        assertEquals(6, facts.to(), "acts 1 to 5 are those of records 1 to 5");

        bed.dispose(CheckBed.id(2));
        bed.addRendition(CheckBed.id(3));
        facts.refresh();

        assertEquals(4, facts.inOrder().size());
        assertTrue(facts.of(CheckBed.id(2)).isDisposed());
        RecordFacts third = facts.of(CheckBed.id(3));
        assertEquals(2, third.versions().size());
        assertThrows(IllegalArgumentException.class, () -> facts.of(CheckBed.id(9)));
    }

    @Test
    void refusesLimitsThatLimitNothing() {
        assertThrows(IllegalArgumentException.class, () -> Limits.none().withBytes(0));
        assertThrows(IllegalArgumentException.class, () -> Limits.none().withTime(Duration.ofSeconds(-1)));
        assertEquals(
                Duration.ofHours(1),
                Limits.none().withUnsealed(Duration.ofHours(1)).unsealedMax());
    }
}
