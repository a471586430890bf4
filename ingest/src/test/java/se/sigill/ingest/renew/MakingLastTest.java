package se.sigill.ingest.renew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.archive.NewVersion;
import se.sigill.core.finding.Finding;
import se.sigill.core.log.Act;
import se.sigill.core.record.Direction;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.FileRole;
import se.sigill.core.record.FormatId;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.record.RecordId;
import se.sigill.core.record.Source;
import se.sigill.core.store.Digests;
import se.sigill.formats.Engine;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.FormatPolicy;
import se.sigill.formats.Normalisation;
import se.sigill.formats.NormaliseOrder;
import se.sigill.formats.Normaliser;
import se.sigill.formats.PlainFormats;
import se.sigill.formats.Validation;
import se.sigill.formats.Validator;
import se.sigill.ingest.pipeline.MemoryCommitter;

class MakingLastTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final PlainFormats PLAIN = new PlainFormats();

    @TempDir
    Path temp;

    private final MemoryCommitter archive = new MemoryCommitter();
    private boolean officeIsThere;

    @Test
    void addsARenditionAsAFurtherVersion() {
        Candidate candidate = new Candidate(record("text/plain"), List.of(), Set.of());

        Renewed outcome = lane(PLAIN, PLAIN).run(List.of(candidate)).getFirst();

        assertInstanceOf(Renewed.Added.class, outcome);
        NewVersion version = archive.versions().getFirst();
        assertEquals(2, version.description().version());
        FileFact rendition = version.description().files().getLast();
        assertEquals(FileRole.PRESERVATION, rendition.role());
        assertEquals("representations/preservation/data/a.txt.pdf", rendition.path());
        assertEquals("representations/original/data/a.txt", rendition.of());
        assertEquals("PDF/A-2a", rendition.format().name());
        assertEquals(List.of(), version.alongside());
    }

    @Test
    void standsInWithContentAndWaitsForTheEngine() {
        Candidate candidate = new Candidate(record(DOCX), List.of(), Set.of());

        lane(this::content, PLAIN).run(List.of(candidate));

        NewVersion version = archive.versions().getFirst();
        assertEquals(FileRole.CONTENT, version.description().files().getLast().role());
        Act.GapOpened gap =
                assertInstanceOf(Act.GapOpened.class, version.alongside().getFirst());
        assertEquals("FORMAT-ENGINE-MISSING", gap.code());
        assertEquals("LibreOffice", gap.waitsFor());
        assertEquals(Candidate.PLACE, gap.where());
    }

    @Test
    void closesTheGapByItselfWhenTheEngineIsThere() {
        lane(this::content, PLAIN).run(List.of(new Candidate(record(DOCX), List.of(), Set.of())));
        RecordDescription withContent = archive.versions().getFirst().description();
        Candidate waiting = new Candidate(
                withContent,
                List.of(new Candidate.OpenGap(41, "FORMAT-ENGINE-MISSING", Candidate.PLACE, "LibreOffice")),
                Set.of());

        List<Renewed> still = lane(PLAIN, PLAIN).run(List.of(waiting));
        officeIsThere = true;
        List<Renewed> then = lane(PLAIN, PLAIN).run(List.of(waiting));

        assertInstanceOf(Renewed.Unchanged.class, still.getFirst());
        assertInstanceOf(Renewed.Added.class, then.getFirst());
        NewVersion version = archive.versions().getLast();
        assertEquals(3, version.description().version());
        Act.GapClosed closed =
                assertInstanceOf(Act.GapClosed.class, version.alongside().getFirst());
        assertEquals(41, closed.gap());
        assertEquals(false, closed.accepted());
    }

    @Test
    void opensAGapWhereNothingCanBeMade() {
        Normaliser refusing = order -> new Normalisation.Refused(
                List.of(Finding.of(FormatFinding.ENGINE_TIMEOUT, "x", "the engine took too long")));
        Candidate candidate = new Candidate(record("text/plain"), List.of(), Set.of());

        lane(refusing, PLAIN).run(List.of(candidate));
        lane(refusing, PLAIN)
                .run(List.of(new Candidate(
                        candidate.record(),
                        List.of(new Candidate.OpenGap(1, "FORMAT-ENGINE-TIMEOUT", Candidate.PLACE, "")),
                        Set.of())));

        assertEquals(1, archive.decided().size());
        assertEquals(List.of(), archive.versions());
    }

    @Test
    void opensAGapWhereNobodyDecidedAndWhereAFileBreaksItsRules() {
        Validator strict =
                (file, kind) -> new Validation("pdfa-2b", Validation.Verdict.INVALID, "plain", List.of(), List.of());

        List<Renewed> outcomes = lane(PLAIN, strict)
                .run(List.of(
                        new Candidate(record("image/unheard"), List.of(), Set.of()),
                        new Candidate(record("application/pdf"), List.of(), Set.of()),
                        new Candidate(record("image/tiff"), List.of(), Set.of())));

        assertEquals(
                "RENEW-NO-RULE",
                assertInstanceOf(Renewed.Gap.class, outcomes.get(0)).code());
        assertEquals(
                "FORMAT-INVALID",
                assertInstanceOf(Renewed.Gap.class, outcomes.get(1)).code());
        assertInstanceOf(Renewed.Unchanged.class, outcomes.get(2));
    }

    @Test
    void leavesAValidOriginalAlone() {
        List<Renewed> outcomes =
                lane(PLAIN, PLAIN).run(List.of(new Candidate(record("application/pdf"), List.of(), Set.of())));

        assertInstanceOf(Renewed.Unchanged.class, outcomes.getFirst());
        assertEquals(List.of(), archive.decided());
    }

    private Normalisation content(NormaliseOrder order) {
        Normalisation.Normalised made = (Normalisation.Normalised) PLAIN.normalise(order);
        Finding missing = Finding.of(FormatFinding.ENGINE_MISSING, "x", "LibreOffice is not installed");
        return new Normalisation.Normalised(
                made.rendition(),
                made.puid(),
                made.mime(),
                Normalisation.Kind.CONTENT,
                made.madeBy(),
                made.validation(),
                List.of(missing),
                "LibreOffice");
    }

    private MakingLast lane(Normaliser normaliser, Validator validator) {
        String table = "format,name,action,target,when,source\ntext/plain,T,normalise,pdfa-2a,at-once,s\n" + DOCX
                + ",W,normalise,pdfa-2b,at-once,s\napplication/pdf,P,validate,,at-once,s\nimage/tiff,I,keep,,at-once,s\n";
        RenewSettings settings = new RenewSettings(
                () -> FormatPolicy.read(table).policy(),
                () -> List.of(new Engine("LibreOffice", "", "office", officeIsThere, "apt-get install it")),
                temp,
                2,
                CLOCK,
                "0.1.0");
        return new MakingLast(
                settings, new LastingEngines(normaliser, validator, PLAIN), MakingLastTest::place, archive);
    }

    private static boolean place(RecordId id, int version, String path, Path target) {
        try {
            Files.writeString(target, "text");
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RecordDescription record(String mime) {
        Digests digests = Digests.of(new byte[] {1});
        FileFact original = new FileFact(
                "representations/original/data/a.txt",
                "a.txt",
                FileRole.ORIGINAL,
                1,
                digests.sha256(),
                digests.sha512(),
                new FormatId("", mime, "", ""),
                "",
                "",
                List.of());
        Source source = new Source("s", "x", "d", "a.txt", "");
        return new RecordDescription(
                RecordId.random(new Random(1)),
                1,
                "document",
                "T",
                "",
                "",
                Direction.UNKNOWN,
                "",
                "",
                "",
                "",
                "",
                source,
                CLOCK.instant(),
                List.of(original));
    }
}
