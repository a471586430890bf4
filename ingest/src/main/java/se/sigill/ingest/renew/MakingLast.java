package se.sigill.ingest.renew;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;
import se.sigill.core.archive.NewVersion;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.formats.Normaliser;
import se.sigill.formats.Validator;
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

    private static final Actor RENEWAL = Actor.system("making-last");

    private final RenewSettings settings;
    private final Committer committer;
    private final OneRendition one;

    public MakingLast(
            RenewSettings settings,
            Normaliser normaliser,
            Validator validator,
            OriginalPlace originals,
            Committer committer) {
        this.settings = settings;
        this.committer = committer;
        this.one = new OneRendition(settings, normaliser, validator, originals);
    }

    /**
     * Looks at each candidate; those for which nothing is due cost nothing.
     *
     * @return what became of each, in the order given
     * @throws ArchiveException if the machine refused; what was committed stays
     */
    public List<Renewed> run(List<Candidate> candidates) {
        List<Renewed> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(
                settings.threads(),
                Thread.ofPlatform().name("making-last-", 0).daemon().factory())) {
            clear();
            for (int from = 0; from < candidates.size(); from += GROUP_MAX) {
                List<Candidate> group = candidates.subList(from, Math.min(from + GROUP_MAX, candidates.size()));
                List<Future<Work>> running = new ArrayList<>();
                for (int i = 0; i < group.size(); i++) {
                    Candidate candidate = group.get(i);
                    Path folder = settings.work().resolve(Integer.toString(i));
                    running.add(threads.submit(() -> one.make(candidate, folder)));
                }
                outcomes.addAll(commit(running.stream().map(MakingLast::await).toList()));
                clear();
            }
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("work/renew/ cannot be written; check the disk and run again", e);
        }
        return outcomes;
    }

    private List<Renewed> commit(List<Work> done) {
        List<NewVersion> versions =
                done.stream().flatMap(work -> work.version().stream()).toList();
        if (!versions.isEmpty()) {
            committer.commit(versions, RENEWAL);
        }
        List<Act.OfRecord> acts =
                done.stream().flatMap(work -> work.acts().stream()).toList();
        if (!acts.isEmpty()) {
            committer.decide(acts);
        }
        return done.stream().map(Work::outcome).toList();
    }

    private static Work await(Future<Work> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ArchiveException.StorageFailed("making last was interrupted; run it again", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException runtime) {
                throw runtime;
            }
            throw new ArchiveException.StorageFailed("a rendition could not be written; check the disk", e);
        }
    }

    private void clear() throws IOException {
        if (Files.isDirectory(settings.work())) {
            try (Stream<Path> walk = Files.walk(settings.work())) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(settings.work());
    }
}
