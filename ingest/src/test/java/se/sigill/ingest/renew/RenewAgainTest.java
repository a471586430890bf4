package se.sigill.ingest.renew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.ArchiveException;
import se.sigill.core.finding.Finding;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.PartFact;
import se.sigill.core.record.RecordDescription;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.Normalisation;
import se.sigill.formats.Validation;
import se.sigill.ingest.pipeline.Gaps;

/** The hourly run: what it does again and what it leaves alone, and what one record may do to the others. */
class RenewAgainTest {
    @TempDir
    Path temp;

    private RenewBed bed;

    @BeforeEach
    void makeBed() {
        bed = new RenewBed(temp);
    }

    @Test
    void asksNoEngineTwiceAboutWhatItSaid() {
        bed.normaliser = order -> new Normalisation.Kept("it is as good as it gets", List.of());
        bed.takeIn("a.pdf", "application/pdf");
        bed.takeIn("b.txt", "text/plain");

        bed.run();
        int first = bed.asked.get();
        bed.run();
        int second = bed.asked.get();
        bed.newEngines();
        bed.run();

        assertEquals(List.of(2, 0, 2), List.of(first, second, bed.asked.get()));
        assertEquals(List.of(), bed.acts());
    }

    @Test
    void asksAgainWhenWhatItRememberedIsLostOrTorn() throws IOException {
        bed.takeIn("a.pdf", "application/pdf");
        bed.run();
        Path memory = temp.resolve("cache/made-last");
        String whole = Files.readString(memory);

        Files.writeString(memory, whole.substring(0, whole.length() - 2));
        bed.run();
        int afterTorn = bed.asked.get();
        Files.delete(memory);
        bed.run();

        assertEquals(List.of(1, 1), List.of(afterTorn, bed.asked.get()));
    }

    @Test
    void doesNotOpenAgainWhatAPersonAccepted() throws IOException {
        bed.validator = (file, kind) -> new Validation("", Validation.Verdict.UNKNOWN, "plain", List.of(), List.of());
        bed.normaliser =
                order -> RenewBed.refused(Finding.of(FormatFinding.ENGINE_TIMEOUT, "x", "the engine took too long"));
        bed.takeIn("a.pdf", "application/pdf");
        bed.takeIn("b.txt", "text/plain");
        bed.takeIn("c.xyz", "image/unheard");
        bed.run();
        List<String> opened = bed.opened();

        bed.acceptAll();
        bed.run();
        int again = bed.asked.get();
        Files.delete(temp.resolve("cache/made-last"));
        bed.run();

        assertEquals(
                List.of(
                        "FORMAT-NOT-LASTING at rendition",
                        "FORMAT-ENGINE-TIMEOUT at rendition",
                        "RENEW-NO-RULE at rendition"),
                opened);
        assertEquals(opened, bed.opened());
        assertEquals(0, again);
    }

    @Test
    void closesTheGapOfAMissingRuleWhenThereIsOne() {
        bed.takeIn("c.xyz", "image/unheard");
        bed.run();
        assertEquals(List.of("RENEW-NO-RULE at rendition"), bed.opened());

        bed.table += "image/unheard,U,normalise,pdfa-2a,at-once,s\n";
        List<Renewed> outcomes = bed.run();

        assertInstanceOf(Renewed.Added.class, outcomes.getFirst());
        assertEquals(1, bed.closed().size());
    }

    @Test
    void tellsEveryKindOfFindingAndNotOnlyTheFirst() {
        bed.normaliser = order -> RenewBed.refused(
                Finding.of(FormatFinding.RENDITION_INVALID, "x", "broke 6.1"),
                Finding.of(FormatFinding.RENDITION_INVALID, "x", "broke 6.2"),
                Finding.of(FormatFinding.ENGINE_FAILED, "x", "made nothing"));
        bed.takeIn("b.txt", "text/plain");

        bed.run();

        assertEquals(
                List.of("FORMAT-RENDITION-INVALID at rendition", "FORMAT-ENGINE-FAILED at rendition"), bed.opened());
    }

    @Test
    void goesOnPastARecordWithoutContent() {
        RecordDescription gone = bed.takeInWithoutContent();
        RecordDescription lost = bed.takeIn("a.txt", "text/plain");
        RecordDescription sound = bed.takeIn("b.txt", "text/plain");
        bed.withoutBytes.add(lost.id());

        bed.run();
        List<Renewed> again = bed.run();

        assertEquals(List.of("RENEW-NO-CONTENT at rendition", "RENEW-NO-CONTENT at rendition"), bed.opened());
        assertEquals(2, bed.newest(sound).version());
        assertEquals(1, bed.newest(gone).version());
        assertTrue(again.stream().allMatch(Renewed.Unchanged.class::isInstance), again::toString);
    }

    @Test
    void closesTheGapWhenTheContentIsThereAgain() {
        RecordDescription lost = bed.takeIn("a.txt", "text/plain");
        bed.withoutBytes.add(lost.id());
        bed.run();

        bed.withoutBytes.clear();
        bed.run();

        assertEquals(1, bed.closed().size());
        assertEquals(2, bed.newest(lost).version());
    }

    @Test
    void aDamagedPackageKeepsNoOtherFromItsRendition() {
        RecordDescription damaged = bed.takeIn("a.txt", "text/plain");
        RecordDescription sound = bed.takeIn("b.txt", "text/plain");
        bed.archive.damaged(damaged.id());

        bed.run();

        assertEquals(2, bed.newest(sound).version());
        assertEquals(List.of("RENEW-NO-CONTENT at rendition"), bed.opened());
    }

    @Test
    void aFaultAtOneRecordIsToldAndManyStopTheRun() {
        bed.normaliser = order -> {
            if (order.source().name().startsWith("bad")) {
                throw new IllegalStateException("a fault");
            }
            return RenewBed.PLAIN.normalise(order);
        };
        bed.takeIn("bad.txt", "text/plain");
        RecordDescription sound = bed.takeIn("b.txt", "text/plain");

        List<Renewed> outcomes = bed.run();
        for (int i = 0; i < 40; i++) {
            bed.takeIn("bad" + i + ".txt", "text/plain");
        }

        assertInstanceOf(Renewed.Failed.class, outcomes.getFirst());
        assertEquals(2, bed.newest(sound).version());
        assertEquals(List.of(), bed.acts());
        assertThrows(ArchiveException.StorageFailed.class, bed::run);
    }

    @Test
    void workersThatDoNotRunAreNoGapOfARecord() {
        bed.normaliser =
                order -> RenewBed.refused(Finding.of(FormatFinding.ENGINE_MISSING, "x", "the workers are stopped"));
        bed.takeIn("a.txt", "text/plain");

        assertInstanceOf(Renewed.Failed.class, bed.run().getFirst());
        assertEquals(List.of(), bed.acts());
    }

    @Test
    void makesAttachmentsLastInOneVersion() {
        RecordDescription mail = bed.takeIn(
                "brev.eml",
                "message/rfc822",
                RenewBed.part("1", "", "", "text/plain"),
                RenewBed.part("2", "Yttrande.txt", "x-fmt/111", "text/plain"),
                RenewBed.part("3", "karta.png", "fmt/11", "image/png"),
                RenewBed.part("4", "plan.pdf", "fmt/19", "application/pdf"));

        List<Renewed> outcomes = bed.run();
        bed.run();

        RecordDescription made = bed.newest(mail);
        assertEquals(2, made.version());
        assertEquals(
                List.of(
                        "representations/original/data/brev.eml",
                        "representations/preservation/data/brev.eml.pdf",
                        "representations/preservation/data/brev.eml.part-2.pdf"),
                made.files().stream().map(FileFact::path).toList());
        assertEquals(
                "representations/original/data/brev.eml#2",
                made.files().getLast().of());
        assertEquals(1, outcomes.size());
        assertEquals(0, bed.asked.get(), "the second run");
        assertEquals(List.of(), bed.acts());
    }

    @Test
    void whatIsNestedInAnAttachedMailIsMadeToLastAndWhatIsInADocumentIsNot() {
        RecordDescription mail = bed.takeIn(
                "brev.eml",
                "message/rfc822",
                RenewBed.part("2", "fw.eml", "fmt/950", "message/rfc822"),
                RenewBed.part("2.1", "", "", "text/plain"),
                RenewBed.part("2.2", "svar.txt", "x-fmt/111", "text/plain"),
                RenewBed.part("3", "bild.pdf", "fmt/19", "application/pdf"),
                RenewBed.part("3.1", "inlaga.txt", "x-fmt/111", "text/plain"));

        bed.run();

        assertEquals(
                List.of("", "#2", "#2.2"),
                bed.newest(mail).files().stream()
                        .skip(1)
                        .map(file -> file.of().replaceFirst("[^#]*", ""))
                        .toList());
    }

    @Test
    void aPartThatCannotBeMadeToLastIsAGapOfThatPart() {
        PartFact other = RenewBed.part("2", "Yttrande.txt", "x-fmt/111", "text/plain");
        PartFact changed = new PartFact("2", other.name(), other.format(), 3, "0".repeat(64));
        RecordDescription mail =
                bed.takeIn("brev.eml", "message/rfc822", changed, RenewBed.part("3", "x.xyz", "", "image/unheard"));

        bed.run();
        bed.run();

        assertEquals(2, bed.newest(mail).files().size());
        assertEquals(List.of("RENEW-PART-LOST at rendition#2", "RENEW-NO-RULE at rendition#3"), bed.opened());
    }

    @Test
    void namesSomePartsOfAKindAndCountsTheOthers() {
        PartFact[] many = Stream.iterate(1, i -> i + 1)
                .limit(250)
                .map(i -> RenewBed.part(Integer.toString(i), i + ".pdf", "fmt/19", "application/pdf"))
                .toArray(PartFact[]::new);
        bed.validator = (file, kind) -> new Validation("", Validation.Verdict.UNKNOWN, "plain", List.of(), List.of());
        bed.takeIn("brev.eml", "message/rfc822", many);

        bed.run();
        List<String> opened = bed.opened();
        bed.run();
        bed.acceptAll();
        bed.run();

        assertEquals(Gaps.PLACES_MAX + 2, opened.size());
        assertTrue(opened.contains("FORMAT-NOT-LASTING at rendition#*"), opened::toString);
        assertTrue(opened.contains("RENEW-PARTS-LIMIT at rendition#*"), opened::toString);
        assertEquals(opened, bed.opened());
        assertEquals(0, bed.asked.get());
    }
}
