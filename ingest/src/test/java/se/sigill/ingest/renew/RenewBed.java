package se.sigill.ingest.renew;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import se.sigill.core.archive.NewVersion;
import se.sigill.core.log.Act;
import se.sigill.core.record.Direction;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.FileRole;
import se.sigill.core.record.FormatId;
import se.sigill.core.record.PartFact;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.record.RecordId;
import se.sigill.core.record.Source;
import se.sigill.core.store.Digests;
import se.sigill.formats.Engine;
import se.sigill.formats.FormatPolicy;
import se.sigill.formats.Normalisation;
import se.sigill.formats.Normaliser;
import se.sigill.formats.PlainFormats;
import se.sigill.formats.Validator;
import se.sigill.ingest.pipeline.MemoryCommitter;

/** An archive in memory and lane 2 over it, with engines that count. Acts and versions become what the next run sees. */
final class RenewBed {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    static final PlainFormats PLAIN = new PlainFormats();
    private static final String TABLE = """
            format,name,action,target,when,source
            text/plain,Text,normalise,pdfa-2a,at-once,s
            message/rfc822,Mail,normalise,pdfa-2a,at-once,s
            application/pdf,PDF,validate,,at-once,s
            image/png,PNG,keep,,at-once,s
            """;

    final MemoryCommitter archive = new MemoryCommitter();
    final AtomicInteger asked = new AtomicInteger();
    final Set<RecordId> withoutBytes = new HashSet<>();
    String table = TABLE;
    Normaliser normaliser = PLAIN;
    Validator validator = PLAIN;
    private final Path work;
    private final Map<RecordId, RecordDescription> records = new HashMap<>();
    private final List<RecordId> order = new ArrayList<>();
    private final Set<Integer> accepted = new HashSet<>();
    private String engineVersion = "1";

    RenewBed(Path work) {
        this.work = work;
    }

    /** A record of one file with parts, as taken in. */
    RecordDescription takeIn(String name, String mime, PartFact... parts) {
        RecordId id = RecordId.random(new Random(order.size() + 1L));
        return put(record(id, List.of(original(name, mime, List.of(parts)))));
    }

    /** A record whose content is gone. */
    RecordDescription takeInWithoutContent() {
        return put(record(RecordId.random(new Random(order.size() + 1L)), List.of()));
    }

    RecordDescription put(RecordDescription record) {
        if (records.put(record.id(), record) == null) {
            order.add(record.id());
        }
        return record;
    }

    /** The record as of its newest version. */
    RecordDescription newest(RecordDescription record) {
        return archive.versions().stream()
                .map(NewVersion::description)
                .filter(each -> each.id().equals(record.id()))
                .reduce(records.getOrDefault(record.id(), record), (a, b) -> b);
    }

    static PartFact part(String path, String name, String puid, String mime) {
        byte[] bytes = ("part " + path).getBytes(StandardCharsets.UTF_8);
        return new PartFact(
                path,
                name,
                new FormatId(puid, mime, "", ""),
                bytes.length,
                Digests.of(bytes).sha256());
    }

    void newEngines() {
        engineVersion += ".1";
    }

    /** Answers for every gap that is open. */
    void acceptAll() {
        for (int i = 0; i < acts().size(); i++) {
            if (acts().get(i) instanceof Act.GapOpened) {
                accepted.add(i);
            }
        }
    }

    /** All acts about gaps, in the order they became true; the place in the list is the index of an act. */
    List<Act.OfRecord> acts() {
        return archive.acts();
    }

    /** {@code code at place} of every gap that was opened. */
    List<String> opened() {
        return acts().stream()
                .flatMap(act ->
                        act instanceof Act.GapOpened gap ? Stream.of(gap.code() + " at " + gap.where()) : Stream.of())
                .toList();
    }

    List<Act.GapClosed> closed() {
        return acts().stream()
                .flatMap(act -> act instanceof Act.GapClosed gap ? Stream.of(gap) : Stream.of())
                .toList();
    }

    /** One run over all records, by a lane that has just been started. */
    List<Renewed> run() {
        asked.set(0);
        RenewSettings settings = new RenewSettings(
                () -> FormatPolicy.read(table).policy(),
                () -> List.of(new Engine("plain", engineVersion, "all", true, "")),
                work,
                2,
                CLOCK,
                "0.1.0");
        Normaliser counting = order -> {
            asked.incrementAndGet();
            return normaliser.normalise(order);
        };
        Validator countingToo = (file, kind) -> {
            asked.incrementAndGet();
            return validator.validate(file, kind);
        };
        return new MakingLast(settings, new LastingEngines(counting, countingToo, PLAIN), this::place, archive)
                .run(order.stream().map(this::candidate).toList());
    }

    private Candidate candidate(RecordId id) {
        List<Act.OfRecord> acts = acts();
        Set<Long> over = new HashSet<>();
        closed().forEach(gap -> over.add(gap.gap()));
        List<Candidate.OpenGap> open = new ArrayList<>();
        Set<Candidate.AcceptedGap> answered = new HashSet<>();
        for (int i = 0; i < acts.size(); i++) {
            if (acts.get(i) instanceof Act.GapOpened gap && gap.record().equals(id) && !over.contains((long) i)) {
                if (accepted.contains(i)) {
                    answered.add(new Candidate.AcceptedGap(gap.code(), gap.where()));
                } else {
                    open.add(new Candidate.OpenGap(i, gap.code(), gap.where(), gap.waitsFor()));
                }
            }
        }
        return new Candidate(newest(records.get(id)), open, answered);
    }

    private boolean place(RecordId id, int version, String path, Path target) {
        if (withoutBytes.contains(id)) {
            return false;
        }
        try {
            Files.writeString(target, "text");
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Normalisation refused(se.sigill.core.finding.Finding... findings) {
        return new Normalisation.Refused(List.of(findings));
    }

    private static FileFact original(String name, String mime, List<PartFact> parts) {
        Digests digests = Digests.of(name.getBytes(StandardCharsets.UTF_8));
        return new FileFact(
                "representations/original/data/" + name,
                name,
                FileRole.ORIGINAL,
                digests.sizeBytes(),
                digests.sha256(),
                digests.sha512(),
                new FormatId("", mime, "", ""),
                "",
                "",
                parts);
    }

    private static RecordDescription record(RecordId id, List<FileFact> files) {
        Source source = new Source("s", id.value(), "d", "a.txt", "");
        return new RecordDescription(
                id, 1, "document", "T", "", "", Direction.UNKNOWN, "", "", "", "", "", source, CLOCK.instant(), files);
    }
}
