package se.sigill.app.soak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import se.sigill.app.wiring.Adopting;
import se.sigill.app.wiring.Disposing;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.access.CatalogueCsv;
import se.sigill.core.aip.Premis;
import se.sigill.core.aip.RecordPackage;
import se.sigill.core.archive.NewFile;
import se.sigill.core.archive.NewVersion;
import se.sigill.core.catalogue.AdoptedRules;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.record.Direction;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.FileRole;
import se.sigill.core.record.FormatId;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.record.RecordId;
import se.sigill.core.record.Source;
import se.sigill.core.store.Digests;
import se.sigill.core.text.ExtractedText;
import se.sigill.core.text.TextPage;
import se.sigill.core.text.TextPart;

/**
 * Fills an archive with records and with acts of every kind about them, through the kernel and without engines. Only
 * the ids of acts' salts are left to chance: the same seed gives the same records and the same decisions. For one
 * thread.
 */
public final class FilledArchive {
    /** Records of one commit: enough that a commit's cost is spread, few enough that decisions fall between. */
    static final int BATCH = 100;

    private static final Actor CLERK = Actor.person("anna");
    private static final Actor SECOND = Actor.person("bo");
    private static final FormatId TEXT = new FormatId("x-fmt/111", "text/plain", "Plain Text File", "made by hand");
    private static final FormatId PDF = new FormatId("fmt/477", "application/pdf", "PDF/A-2b", "made by hand");

    private final OpenArchive archive;
    private final RandomGenerator random;
    private final Prose prose;
    private final Path sources;
    private final String mark;
    private final List<RecordId> taken = new ArrayList<>();

    /** @param archive founded, open, without a plan; the caller closes it */
    public FilledArchive(OpenArchive archive, long seed) {
        this(archive, seed, "");
    }

    /** @param mark stands at the end of each title, name and page: what is said otherwise is as without it */
    public FilledArchive(OpenArchive archive, long seed, String mark) {
        this.archive = archive;
        this.mark = mark;
        this.random = new SplittableRandom(seed);
        this.prose = new Prose(random);
        // Files are linked into the store: two that fill must not write to the same ones.
        Path home = archive.home().root();
        this.sources = home.resolveSibling("made").resolve(home.getFileName() + "-" + seed);
    }

    /** Ids of all records taken in so far, also of those disposed of since, in order. */
    public List<RecordId> taken() {
        return List.copyOf(taken);
    }

    /** Adopts the plan and the provisions that come with Sigill. */
    public void adoptRules(String version) {
        Adopting adopting = new Adopting(archive);
        archive.archive()
                .decide(List.of(
                        adopting.act(AdoptedRules.PLAN, "sigill", version, sample("plan.csv")),
                        adopting.act(AdoptedRules.PROVISIONS, "sigill", version, sample("provisions.csv"))));
    }

    /** The same plan, in which nothing is open. */
    public void closePlan(String version) {
        String closed = sample("plan.csv").replace(",open,", ",assess,").replace(",yes,", ",no,");
        archive.archive().decide(List.of(new Adopting(archive).act(AdoptedRules.PLAN, "sigill", version, closed)));
    }

    /**
     * Takes in so many records more, in commits of at most {@value #BATCH}, and decides about them in between.
     *
     * @param between runs after each commit and after each group of decisions: a place to let projections follow
     */
    public void fill(int records, Runnable between) {
        for (int left = records; left > 0; left -= BATCH) {
            List<RecordDescription> batch = takeIn(Math.min(left, BATCH));
            between.run();
            decide(batch, between);
            addRenditions(batch);
            between.run();
            dispose(batch);
            between.run();
        }
    }

    /** Takes in records in one commit, some of them restricted or with a gap in the same moment. */
    public List<RecordDescription> takeIn(int count) {
        List<NewVersion> versions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            versions.add(first(taken.size()));
            taken.add(versions.getLast().description().id());
        }
        archive.archive().commit(versions, CLERK);
        return versions.stream().map(NewVersion::description).toList();
    }

    private NewVersion first(int number) {
        RecordId id = RecordId.random(random);
        ExtractedText text = text();
        FileFact file = file("handling-" + number + ".txt", FileRole.ORIGINAL, TEXT, "", whole(text));
        Prose.Board board = prose.board();
        LocalDate day = LocalDate.of(2008, 1, 1).plusDays(random.nextInt(6500));
        RecordDescription record = new RecordDescription(
                id,
                1,
                number % 3 == 0 ? "email" : "document",
                prose.title() + mark,
                board.prefix() + " " + day.getYear() + "/" + (number + 1),
                day.toString(),
                List.of(Direction.values()).get(random.nextInt(4)),
                prose.type(),
                board.name(),
                prose.person() + mark,
                board.prefix() + " " + day.getYear() + "/" + (number / 4 + 1),
                board.classes().get(random.nextInt(board.classes().size())),
                new Source("made", "made-" + number, "20261101T000000Z-made", file.name(), ""),
                now(),
                List.of(file));
        return version(record, text, alongside(record, number));
    }

    private List<Act.OfRecord> alongside(RecordDescription record, int number) {
        List<Act.OfRecord> acts = new ArrayList<>();
        if (number % 9 == 4) {
            acts.add(restriction(record));
        }
        if (number % 7 == 2) {
            acts.add(gap(record.id()));
        }
        return acts;
    }

    private ExtractedText text() {
        List<TextPage> pages = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int page = 1; page <= count; page++) {
            pages.add(new TextPage(count == 1 ? 0 : page, prose.text(60 + random.nextInt(60)) + mark));
        }
        return new ExtractedText(List.of(new TextPart("0", "", "text/plain", pages)));
    }

    private static byte[] whole(ExtractedText text) {
        StringBuilder out = new StringBuilder();
        text.parts().forEach(part -> part.pages()
                .forEach(page -> out.append(page.text()).append('\n')));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Decisions about a batch, then decisions that take some of them back. */
    private void decide(List<RecordDescription> batch, Runnable between) {
        List<Act.OfRecord> acts = new ArrayList<>();
        for (RecordDescription record : batch) {
            decisions(record, acts);
        }
        long first = acts.isEmpty() ? 0 : archive.archive().decide(acts).first();
        between.run();
        List<Act.OfRecord> back = new ArrayList<>();
        for (int i = 0; i < acts.size(); i++) {
            takeBack(acts.get(i), first + i, back);
        }
        if (!back.isEmpty()) {
            archive.archive().decide(back);
        }
        between.run();
    }

    private void decisions(RecordDescription record, List<Act.OfRecord> acts) {
        RecordId id = record.id();
        switch (random.nextInt(12)) {
            case 0, 1 -> acts.add(new Act.Assessed(now(), CLERK, id, true, random.nextBoolean(), "prövad"));
            case 2, 3 -> acts.add(restriction(record));
            case 4 -> acts.add(new Act.HoldPlaced(now(), CLERK, id, "begäran om utlämnande"));
            case 5 -> acts.add(gap(id));
            case 6 -> {
                acts.add(restriction(record));
                acts.add(new Act.Overridden(
                        now(),
                        CLERK,
                        id,
                        "OSL 10:27",
                        "authority:" + prose.board().name(),
                        "samverkan",
                        LocalDate.of(2040, 1, 1)));
            }
            case 7 -> {
                acts.add(new Act.Assessed(now(), CLERK, id, true, true, "prövad"));
                acts.add(new Act.Assessed(now(), CLERK, id, false, false, "ska prövas på nytt"));
            }
            default -> {}
        }
    }

    private void takeBack(Act.OfRecord act, long index, List<Act.OfRecord> back) {
        if (random.nextInt(3) == 0) {
            return;
        }
        switch (act) {
            case Act.Restricted a ->
                back.add(new Act.RestrictionLifted(now(), CLERK, a.record(), index, "skälet finns inte kvar"));
            case Act.HoldPlaced a -> back.add(new Act.HoldLifted(now(), CLERK, a.record(), index, "avslutat"));
            case Act.GapOpened a ->
                back.add(new Act.GapClosed(now(), CLERK, a.record(), index, random.nextBoolean(), "har setts"));
            default -> {}
        }
    }

    public Act.Restricted restriction(RecordDescription record) {
        return new Act.Restricted(
                now(),
                CLERK,
                record.id(),
                "record",
                "secrecy",
                "OSL 26:1",
                "uppgift om enskild",
                record.authority(),
                LocalDate.of(2026, 1, 10),
                LocalDate.parse(record.date()),
                false);
    }

    /** Marks records as what an investigation is about. @param existenceSecret whether even that there are such */
    public void hide(List<RecordDescription> records, boolean existenceSecret) {
        archive.archive()
                .decide(records.stream()
                        .map(record -> new Act.Restricted(
                                archive.clock().instant(),
                                CLERK,
                                record.id(),
                                "record",
                                "secrecy",
                                "OSL 18:1",
                                "förundersökning",
                                record.authority(),
                                archive.today(),
                                LocalDate.parse(record.date()),
                                existenceSecret))
                        .toList());
    }

    private Act.GapOpened gap(RecordId id) {
        return new Act.GapOpened(now(), CLERK, id, "RENEW-ENGINE-MISSING", "", "waits for an engine", "libreoffice");
    }

    /** Gives some of the records a rendition. @return how many */
    int addRenditions(List<RecordDescription> batch) {
        List<NewVersion> versions = new ArrayList<>();
        for (RecordDescription record : batch) {
            if (random.nextInt(20) == 0) {
                byte[] bytes = prose.text(30).getBytes(StandardCharsets.UTF_8);
                String name = "bevarande-" + record.original().orElseThrow().name() + ".pdf";
                FileFact file = file(
                        name,
                        FileRole.PRESERVATION,
                        PDF,
                        record.original().orElseThrow().path(),
                        bytes);
                versions.add(version(record.withRendition(file), ExtractedText.EMPTY, List.of()));
            }
        }
        if (!versions.isEmpty()) {
            archive.archive().commit(versions, CLERK);
        }
        return versions.size();
    }

    private void dispose(List<RecordDescription> batch) {
        List<String> due = batch.stream()
                .filter(record ->
                        record.classCode().equals("1.2") && record.date().compareTo("2020") < 0)
                .map(record -> record.id().value())
                .limit(3)
                .toList();
        if (!due.isEmpty() && random.nextInt(3) == 0) {
            archive.catchUp();
            new Disposing(archive).dispose(due, SECOND, "KS 2025 § 12", "tiden är ute");
        }
    }

    private FileFact file(String name, FileRole role, FormatId format, String of, byte[] bytes) {
        Path source = sources.resolve(name);
        try {
            Files.createDirectories(sources);
            Files.write(source, bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Digests digests = Digests.of(bytes);
        return new FileFact(
                RecordPackage.dataPath(role, name),
                name,
                role,
                digests.sizeBytes(),
                digests.sha256(),
                digests.sha512(),
                format,
                of,
                of.isEmpty() ? "" : "made by hand",
                List.of());
    }

    private NewVersion version(RecordDescription record, ExtractedText text, List<Act.OfRecord> alongside) {
        FileFact file = record.files().getLast();
        Premis.Event event = new Premis.Event(
                Premis.EventType.INGESTION,
                now(),
                "made for a test",
                "success",
                "",
                List.of("sigill"),
                List.of(file.path()));
        return new NewVersion(
                record,
                List.of(new NewFile(file, sources.resolve(file.name()))),
                text,
                List.of(event),
                List.of(Premis.Agent.software("sigill", "Sigill", "0.1.0")),
                alongside);
    }

    private Instant now() {
        return archive.clock().instant();
    }

    private static String sample(String name) {
        try (InputStream in = CatalogueCsv.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name + " is missing in the jar").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
