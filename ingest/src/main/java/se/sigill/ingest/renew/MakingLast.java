package se.sigill.ingest.renew;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;
import se.sigill.core.disk.Trees;
import se.sigill.core.log.Act;
import se.sigill.core.record.RecordId;
import se.sigill.ingest.pipeline.Committer;

/**
 * Makes candidates last, in groups: the engines work on several files at once, then one commit takes all that was made.
 *
 * <p>May be stopped at any point: what was not committed is made again by the next run, because the candidate still
 * stands as it was.
 */
public final class MakingLast {
    /** As many renditions as wait for one commit: a commit is cheap, and a stop loses no more work than this. */
    private static final int GROUP_MAX = 16;

    /** A machine that fails at so many records of a run will fail at the next one too. */
    private static final int FAILURES_MAX = 20;

    private final RenewSettings settings;
    private final Committer committer;
    private final Remembered remembered;
    private final OneRecord one;

    public MakingLast(RenewSettings settings, LastingEngines engines, OriginalPlace originals, Committer committer) {
        this.settings = settings;
        this.committer = committer;
        this.remembered = Remembered.open(settings.memory(), settings.tools());
        this.one = new OneRecord(settings, engines, originals, remembered);
    }

    /**
     * Looks at each candidate; those for which nothing is due cost nothing. What is wrong with one record is a gap of
     * that record, and the run goes on.
     *
     * @return what became of each, in the order given; one that got several versions is there several times
     * @throws ArchiveException if the machine refused, again and again; what was committed stays
     */
    public List<Renewed> run(List<Candidate> candidates) {
        List<Renewed> outcomes = new ArrayList<>();
        int failures = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(
                settings.threads(),
                Thread.ofPlatform().name("making-last-", 0).daemon().factory())) {
            clear();
            for (int from = 0; from < candidates.size(); from += GROUP_MAX) {
                List<Candidate> group = candidates.subList(from, Math.min(from + GROUP_MAX, candidates.size()));
                List<Renewed> became = commit(made(group, threads));
                outcomes.addAll(became);
                clear();
                failures += (int)
                        became.stream().filter(Renewed.Failed.class::isInstance).count();
                if (failures > FAILURES_MAX) {
                    throw tooManyFailures(became);
                }
            }
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("work/renew/ cannot be written; check the disk and run again", e);
        }
        return outcomes;
    }

    private static ArchiveException tooManyFailures(List<Renewed> became) {
        String why = became.stream()
                .flatMap(each -> each instanceof Renewed.Failed failed ? Stream.of(failed.why()) : Stream.empty())
                .reduce("", (a, b) -> b);
        return new ArchiveException.StorageFailed(
                "making last failed at more than " + FAILURES_MAX + " records, the last time because: " + why
                        + "; run sigill doctor, then sigill renew again",
                new IOException(why));
    }

    private List<Work> made(List<Candidate> group, ExecutorService threads) {
        List<Future<Work>> running = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            Candidate candidate = group.get(i);
            Path folder = settings.folder().resolve(Integer.toString(i));
            running.add(threads.submit(() -> one.make(candidate, folder)));
        }
        List<Work> made = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            made.add(await(running.get(i), group.get(i)));
        }
        return made;
    }

    private Work await(Future<Work> running, Candidate candidate) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ArchiveException.StorageFailed("making last was interrupted; run it again", e);
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case ArchiveException.Damaged damaged -> one.noContent(candidate, noContent(damaged));
                case ArchiveException refused -> Work.failed(candidate, String.valueOf(refused.getMessage()));
                case RuntimeException bug -> Work.failed(candidate, "a fault of the program: " + bug);
                case IOException io -> Work.failed(candidate, "a file in work/renew/ could not be written: " + io);
                case null, default -> throw new IllegalStateException("making last stopped", e);
            };
        }
    }

    private static String noContent(ArchiveException.Damaged damaged) {
        return "the content of the record is not as its acts say: " + damaged.getMessage();
    }

    /** Everything of the group, in few commits; a package that contradicts itself is a gap of its record. */
    private List<Renewed> commit(List<Work> done) {
        Map<RecordId, Work> damaged = new HashMap<>();
        int most = done.stream().mapToInt(work -> work.versions().size()).max().orElse(0);
        for (int i = 0; i < most; i++) {
            int wave = i;
            List<Work> works = done.stream()
                    .filter(work -> work.versions().size() > wave)
                    .filter(work ->
                            !damaged.containsKey(work.candidate().record().id()))
                    .toList();
            if (works.isEmpty()) {
                continue;
            }
            try {
                committer.commit(
                        works.stream().map(work -> work.versions().get(wave)).toList(), GapSheet.RENEWAL);
            } catch (ArchiveException.Damaged e) {
                works.forEach(work -> alone(work, wave)
                        .ifPresent(gap -> damaged.put(work.candidate().record().id(), gap)));
            }
        }
        List<Work> became = done.stream()
                .map(work -> damaged.getOrDefault(work.candidate().record().id(), work))
                .toList();
        List<Act.OfRecord> acts =
                became.stream().flatMap(work -> work.acts().stream()).toList();
        if (!acts.isEmpty()) {
            committer.decide(acts);
        }
        // Last: what is remembered too early would hide a gap that was never opened.
        became.forEach(work -> remembered.add(work.settled()));
        return became.stream().flatMap(work -> work.outcomes().stream()).toList();
    }

    /** @return what is to be told of the record instead, if its package cannot be added to */
    private Optional<Work> alone(Work work, int wave) {
        try {
            committer.commit(List.of(work.versions().get(wave)), GapSheet.RENEWAL);
            return Optional.empty();
        } catch (ArchiveException.Damaged e) {
            return Optional.of(one.noContent(work.candidate(), noContent(e)));
        }
    }

    private void clear() throws IOException {
        Trees.delete(settings.folder());
        Files.createDirectories(settings.folder());
    }
}
