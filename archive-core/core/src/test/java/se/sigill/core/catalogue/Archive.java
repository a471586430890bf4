package se.sigill.core.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.log.IncidentAct;
import se.sigill.core.log.RequestAct;
import se.sigill.core.project.IndexedAct;
import se.sigill.core.project.MemoryLog;
import se.sigill.core.record.Direction;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.FileRole;
import se.sigill.core.record.FormatId;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.record.RecordId;
import se.sigill.core.record.Source;

/** A small archive in memory: a log and the descriptions that its acts name. The same seed gives the same acts. */
public final class Archive implements RecordReader {
    public final MemoryLog log = new MemoryLog();
    private final Random random;
    private final Map<String, RecordDescription> descriptions = new HashMap<>();
    private final List<RecordId> alive = new ArrayList<>();
    private final Map<RecordId, List<Long>> restrictions = new HashMap<>();
    private final Map<RecordId, List<Long>> gaps = new HashMap<>();
    private final Map<RecordId, List<Long>> holds = new HashMap<>();
    private final Actor anna = Actor.person("anna");
    private final Actor bo = Actor.person("bo");
    private Instant now = Instant.parse("2026-03-02T10:00:00.123Z");

    public Archive(long seed) {
        random = new Random(seed);
    }

    @Override
    public Optional<RecordDescription> read(RecordId id, int version) {
        return Optional.ofNullable(descriptions.get(id + "/" + version));
    }

    private Instant tick() {
        now = now.plus(Duration.ofMillis(1371));
        return now;
    }

    /** All acts that are not erased. */
    public List<IndexedAct> acts() {
        return log.read(0, log.size());
    }

    public RecordId seal(String diaryNumber, String title) {
        long n = log.size();
        return seal(diaryNumber, title, new Source("ks", "doc-" + n, "20260302T100000Z-aaaa", "in/" + n + ".txt", ""));
    }

    /** Seals what a source delivered once more, as after a loss of content. */
    public RecordId sealAgain(RecordId first) {
        RecordDescription d = Objects.requireNonNull(descriptions.get(first + "/1"));
        return seal(d.diaryNumber(), d.title(), d.source());
    }

    private RecordId seal(String diaryNumber, String title, Source source) {
        RecordId id = RecordId.random(random);
        long n = log.size();
        FileFact file = new FileFact(
                "representations/original/data/" + n + ".txt",
                n + ".txt",
                FileRole.ORIGINAL,
                1000 + n,
                "a".repeat(64),
                "b".repeat(128),
                new FormatId("x-fmt/111", "text/plain", "Plain Text", "PRONOM V100"),
                "",
                "",
                List.of());
        String classCode = List.of("1.1", "2.7", "5.3", "").get(random.nextInt(4));
        RecordDescription d = new RecordDescription(
                id,
                1,
                "document",
                title,
                diaryNumber,
                "2026-03-01",
                Direction.RECEIVED,
                "Brev",
                "Socialnämnden",
                "Åsa Öberg",
                "",
                classCode,
                source,
                now,
                List.of(file));
        descriptions.put(id + "/1", d);
        log.append(new Act.Sealed(
                tick(),
                anna,
                id,
                1,
                "c".repeat(128),
                source.system(),
                source.externalId(),
                source.delivery(),
                source.path(),
                "Socialnämnden",
                classCode));
        alive.add(id);
        return id;
    }

    public void addRendition(RecordId id) {
        int version = 1;
        while (descriptions.containsKey(id + "/" + (version + 1))) {
            version++;
        }
        RecordDescription before = descriptions.get(id + "/" + version);
        FileFact rendition = new FileFact(
                "representations/preservation/data/r" + version + ".pdf",
                "r.pdf",
                FileRole.PRESERVATION,
                5000,
                "d".repeat(64),
                "e".repeat(128),
                new FormatId("fmt/476", "application/pdf", "PDF/A-2a", "PRONOM V100"),
                before.original().orElseThrow().path(),
                "openhtmltopdf 1",
                List.of());
        descriptions.put(id + "/" + (version + 1), before.withRendition(rendition));
        log.append(new Act.RenditionAdded(
                tick(), anna, id, version + 1, "f".repeat(128), FileRole.PRESERVATION, "fmt/476", ""));
    }

    public long restrict(RecordId id) {
        long index = log.append(new Act.Restricted(
                tick(),
                anna,
                id,
                random.nextBoolean() ? "record" : "page:3",
                "secrecy",
                "OSL 26:1",
                "enskilds förhållanden",
                "Socialnämnden",
                LocalDate.of(2026, 3, 2),
                LocalDate.of(2026, 3, 1),
                random.nextInt(4) == 0));
        restrictions.computeIfAbsent(id, k -> new ArrayList<>()).add(index);
        return index;
    }

    public void liftRestriction(RecordId id, long restriction) {
        log.append(new Act.RestrictionLifted(tick(), bo, id, restriction, "assessed anew"));
    }

    public void assess(RecordId id, boolean open) {
        log.append(new Act.Assessed(tick(), bo, id, open, random.nextBoolean(), "read through"));
    }

    public void override(RecordId id) {
        log.append(new Act.Overridden(
                tick(), bo, id, "OSL 10:28", "authority:Kommunstyrelsen", "duty", LocalDate.of(2027, 1, 1)));
    }

    public long openGap(RecordId id, String waitsFor) {
        long index =
                log.append(new Act.GapOpened(tick(), anna, id, "FORMAT-NO-ENGINE", "a.docx", "no engine", waitsFor));
        gaps.computeIfAbsent(id, k -> new ArrayList<>()).add(index);
        return index;
    }

    public void closeGap(RecordId id, long gap) {
        log.append(new Act.GapClosed(tick(), bo, id, gap, random.nextBoolean(), "done"));
    }

    /** A record that is a request and came in then. */
    public RecordId request(Instant arrived) {
        RecordId id = seal("", "Begäran");
        log.append(new RequestAct.Requested(
                tick(), anna, id, "Kommunstyrelsen", "official-document", "web", arrived, "sv", "download", "", ""));
        return id;
    }

    /** Somebody answers for the request from now on. */
    public void take(RecordId request) {
        log.append(new RequestAct.Assigned(tick(), anna, request, "bo"));
    }

    /** An incident of the record, with a note of it. @return the index of its first act */
    public long incident(RecordId id) {
        long index = log.append(new IncidentAct.IncidentOpened(tick(), anna, id, -1, tick(), "", "fel bilaga"));
        log.append(new IncidentAct.IncidentNoted(tick(), bo, id, index, "note", "ringt"));
        return index;
    }

    public long hold(RecordId id) {
        long index = log.append(new Act.HoldPlaced(tick(), anna, id, "tillsyn"));
        holds.computeIfAbsent(id, k -> new ArrayList<>()).add(index);
        return index;
    }

    public void liftHold(RecordId id, long hold) {
        log.append(new Act.HoldLifted(tick(), bo, id, hold, "over"));
    }

    public void dispose(RecordId id) {
        Act.Disposed act = new Act.Disposed(tick(), anna, bo, id, "KS 2025 § 12", "time passed");
        log.append(act);
        log.erase(act);
        alive.remove(id);
    }

    public void adopt(String kind, String name, String document) {
        log.append(new Act.Adopted(tick(), anna, kind, name, "v" + log.size(), "0".repeat(64), document));
    }

    public long restored() {
        return log.append(new Act.Restored(tick(), anna, "checkpoint", 5, 9, "disk lost"));
    }

    public void acceptRestore(long restored) {
        log.append(new Act.RestoreAccepted(tick(), anna, restored, "looked through"));
    }

    public void audited() {
        log.append(new Act.Audited(tick(), Actor.system("check"), "round-" + log.size(), 10, 20, 3000, 0));
    }

    /** Appends so many acts of all kinds. */
    public Archive live(int acts) {
        while (log.size() < acts) {
            step();
        }
        return this;
    }

    private void step() {
        int dice = alive.isEmpty() ? 0 : random.nextInt(100);
        if (dice < 30) {
            seal("KS 2026/" + random.nextInt(50), "Skrivelse nr " + log.size());
            return;
        }
        RecordId id = alive.get(random.nextInt(alive.size()));
        switch (dice % 14) {
            case 0, 1 -> addRendition(id);
            case 2, 3 -> restrict(id);
            case 4 -> liftRestriction(id, any(restrictions, id));
            case 5 -> assess(id, random.nextInt(3) > 0);
            case 6 -> override(id);
            case 7, 8 -> openGap(id, random.nextBoolean() ? "libreoffice" : "");
            case 9 -> closeGap(id, any(gaps, id));
            case 10 -> hold(id);
            case 11 -> liftHold(id, any(holds, id));
            case 12 -> dispose(id);
            default -> audited();
        }
    }

    /** The index of an act of the record, or now and then of another record's. */
    private long any(Map<RecordId, List<Long>> of, RecordId id) {
        List<Long> own = of.getOrDefault(id, List.of());
        return own.isEmpty() || random.nextInt(5) == 0
                ? random.nextInt((int) log.size())
                : own.get(random.nextInt(own.size()));
    }
}
