package se.sigill.formats.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import se.sigill.core.finding.Finding;
import se.sigill.core.finding.FindingCode;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.formats.Extraction;
import se.sigill.formats.Extractor;
import se.sigill.formats.FileInput;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.Identification;
import se.sigill.formats.Identifier;
import se.sigill.formats.Normalisation;
import se.sigill.formats.NormaliseOrder;
import se.sigill.formats.Normaliser;
import se.sigill.formats.PageImages;
import se.sigill.formats.Unpacker;
import se.sigill.formats.Validation;
import se.sigill.formats.Validator;
import se.sigill.formats.letter.Letter;
import se.sigill.formats.letter.Letters;
import se.sigill.formats.part.PartCopy;
import se.sigill.formats.part.Withholding;

/**
 * The eight ports by worker processes. Safe for many threads; jobs of many callers share the workers. Readers
 * (identify, extract) and makers (normalise, validate, unpack, image, letter, copy in part) are apart, so that a slow
 * rendition never delays taking in.
 *
 * <p>{@link #close} ends the processes at once, or leaves them to {@link SpareWorkers}; answers still due then say that
 * the workers are stopped.
 */
public final class WorkerFormats
        implements Identifier,
                Extractor,
                Normaliser,
                Validator,
                Unpacker,
                PageImages,
                Letters,
                Withholding,
                AutoCloseable {
    /** Readers stay warm between deliveries; makers hold much memory and work in bursts. */
    private static final Duration READERS_IDLE_MAX = Duration.ofMinutes(10);

    private static final Duration MAKERS_IDLE_MAX = Duration.ofMinutes(1);

    private static final Set<FindingCode> BREAKDOWNS = Set.of(
            FormatFinding.ENGINE_TIMEOUT,
            FormatFinding.ENGINE_CRASHED,
            FormatFinding.ENGINE_OUT_OF_MEMORY,
            FormatFinding.ENGINE_FAILED,
            FormatFinding.OUTPUT_LIMIT);

    private static final System.Logger LOG = System.getLogger(WorkerFormats.class.getName());

    private final WorkerSettings settings;
    private final WorkerPool readers;
    private final WorkerPool makers;

    private WorkerFormats(WorkerSettings settings, SpareWorkers spares, boolean warm) {
        this.settings = settings;
        WorkerFolders.ofThisMachine().removeOrphans();
        this.readers = new WorkerPool(settings, spares, WorkerPool.READ, READERS_IDLE_MAX, warm);
        this.makers = new WorkerPool(settings, spares, WorkerPool.MAKE, MAKERS_IDLE_MAX, false);
    }

    /** Workers that start with the first job. */
    public static WorkerFormats start(WorkerSettings settings) {
        return start(settings, SpareWorkers.none());
    }

    /** The same, with those that another left to begin with; what this one leaves goes there too. */
    public static WorkerFormats start(WorkerSettings settings, SpareWorkers spares) {
        return new WorkerFormats(settings, spares, false);
    }

    /** Workers whose readers start now, beside whatever the caller does next. */
    public static WorkerFormats startWarm(WorkerSettings settings, SpareWorkers spares) {
        return new WorkerFormats(settings, spares, true);
    }

    @Override
    public Identification identify(FileInput file) {
        return identification(submit(Wire.IDENTIFY, file).join());
    }

    @Override
    public List<Identification> identifyAll(List<FileInput> files) {
        return all(files, Wire.IDENTIFY, WorkerFormats::identification);
    }

    @Override
    public Extraction extract(FileInput file) {
        return named(file, extraction(submit(Wire.EXTRACT, file).join()));
    }

    @Override
    public List<Extraction> extractAll(List<FileInput> files) {
        List<Extraction> read = all(files, Wire.EXTRACT, WorkerFormats::extraction);
        List<Extraction> named = new ArrayList<>(read.size());
        for (int i = 0; i < read.size(); i++) {
            named.add(named(files.get(i), read.get(i)));
        }
        return named;
    }

    /** A file on which reading broke down is identified alone: what it is can mostly be told without reading it. */
    private Extraction named(FileInput file, Extraction read) {
        boolean brokeDown = read.file().isEmpty()
                && read.findings().stream().map(Finding::code).anyMatch(BREAKDOWNS::contains);
        if (!brokeDown) {
            return read;
        }
        Identification alone = identify(file);
        return alone.method() == Identification.Method.NONE
                ? read
                : new Extraction(alone, read.text(), read.parts(), read.findings());
    }

    /** As {@link #extract}, without waiting. The future always completes with an answer. */
    public CompletableFuture<Extraction> extractLater(FileInput file) {
        return submit(Wire.EXTRACT, file).thenApply(WorkerFormats::extraction);
    }

    @Override
    public Validation validate(FileInput file, String kind) {
        Json.Obj job = Wire.job(Wire.VALIDATE, file).with("kind", kind);
        Answer answer = makers.submit(job, file.name(), settings.makeLimit()).join();
        return read(
                answer,
                Wire::validation,
                finding -> new Validation(kind, Validation.Verdict.UNKNOWN, "", List.of(), List.of(finding)));
    }

    @Override
    public Normalisation normalise(NormaliseOrder order) {
        Answer answer = makers.submit(Wire.order(order), order.source().name(), settings.makeLimit())
                .join();
        return read(answer, Wire::normalisation, finding -> new Normalisation.Refused(List.of(finding)));
    }

    @Override
    public Map<String, Path> unpack(FileInput file, List<String> parts, Path folder) {
        Answer answer = makers.submit(Wire.unpack(file, parts, folder), file.name(), settings.makeLimit())
                .join();
        return read(answer, Wire::unpacked, finding -> Map.of());
    }

    @Override
    public PageImage page(FileInput file, int number, Path folder) {
        Answer answer = makers.submit(Wire.pageImage(file, number, folder), file.name(), settings.readLimit())
                .join();
        return read(answer, Wire::pageImage, PageImage.Broken::new);
    }

    @Override
    public Outcome make(Letter letter, Path target) {
        Optional<String> beyond = letter.beyondLimit();
        if (beyond.isPresent()) {
            return new NotMade(Finding.of(FormatFinding.LETTER_LIMIT, "", beyond.get()));
        }
        Answer answer = makers.submit(LetterWire.job(letter, target), "", settings.makeLimit())
                .join();
        return read(answer, LetterWire::outcome, finding -> {
            remove(Letters.part(target));
            return new NotMade(finding);
        });
    }

    @Override
    public PartCopy withhold(FileInput source, What what, Path target) {
        Answer answer = makers.submit(WithholdWire.job(source, what, target), source.name(), settings.makeLimit())
                .join();
        return read(answer, WithholdWire::copy, finding -> {
            remove(Withholding.unsearched(target));
            return new PartCopy.NotMade(finding);
        });
    }

    /** What a worker that broke down left of a file. */
    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "part-of-a-file-stays", e);
        }
    }

    private <T> List<T> all(List<FileInput> files, String kind, Function<Answer, T> reader) {
        List<CompletableFuture<Answer>> answers = new ArrayList<>(files.size());
        for (FileInput file : files) {
            answers.add(submit(kind, file));
        }
        return answers.stream().map(answer -> reader.apply(answer.join())).toList();
    }

    private CompletableFuture<Answer> submit(String kind, FileInput file) {
        Path path = file.path();
        if (!Files.isReadable(path) || !Files.isRegularFile(path)) {
            Finding finding = Finding.of(FormatFinding.UNREADABLE, file.name(), "no file that can be read");
            return CompletableFuture.completedFuture(new Answer.Failed(finding));
        }
        return readers.submit(Wire.job(kind, file), file.name(), settings.readLimit());
    }

    private static Identification identification(Answer answer) {
        return read(answer, Wire::identification, finding -> Identification.unknown(List.of(finding)));
    }

    private static Extraction extraction(Answer answer) {
        return read(answer, Wire::extraction, Extraction::nothing);
    }

    private static <T> T read(Answer answer, Function<Json.Obj, T> reader, Function<Finding, T> failure) {
        return switch (answer) {
            case Answer.Failed(Finding finding) -> failure.apply(finding);
            case Answer.Done(Json.Obj json) -> {
                try {
                    Optional<Finding> finding = Wire.failure(json);
                    yield finding.isPresent() ? failure.apply(finding.get()) : reader.apply(json);
                } catch (JsonException | IllegalArgumentException e) {
                    yield failure.apply(Finding.of(
                            FormatFinding.ENGINE_FAILED, "", "the worker's answer is not of the wire's form"));
                }
            }
        };
    }

    @Override
    public void close() {
        readers.close();
        makers.close();
    }
}
