package se.sigill.app.wiring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.sigill.core.ArchiveException;
import se.sigill.core.archive.Archive;
import se.sigill.core.catalogue.AdoptedRules;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.config.Home;
import se.sigill.core.disposal.DisposalOrder;
import se.sigill.core.disposal.DisposalOutcome;
import se.sigill.core.disposal.Disposer;
import se.sigill.core.disposal.Place;
import se.sigill.core.log.Actor;
import se.sigill.core.log.PublishedErasure;
import se.sigill.core.seal.Evidence;
import se.sigill.core.seal.bouncy.BouncySeal;

/** Carries out disposals (gallring) that two persons have ordered, as far as plan and holds allow. */
public final class Disposing {
    private final OpenArchive archive;

    public Disposing(OpenArchive archive) {
        this.archive = archive;
    }

    /** Disposes with every place that keeps something of a record; {@code docs/security.md} lists the same. */
    static Disposer disposer(Archive archive) {
        return new Disposer(
                archive.log(),
                archive.store(),
                places(archive.surroundings().home()),
                archive.surroundings().home().work(),
                archive.surroundings().clock());
    }

    private static List<Place> places(Home home) {
        Evidence putAside = new Evidence(home.work().resolve("undone/evidence"), BouncySeal.formats());
        return List.of(
                new Evidence(home.evidence(), BouncySeal.formats())::erase,
                new PublishedErasure(home.publicLog())::erase,
                putAside::erase,
                new WorkingPapers(home.work()));
    }

    /** What an archive keeps of records besides store, log and what is made anew from them. */
    static List<Place> places(Path archive) {
        return List.of(
                new Evidence(archive.resolve("evidence"), BouncySeal.formats())::erase,
                new PublishedErasure(archive.resolve("log-public"))::erase);
    }

    /**
     * Disposes of records; one that is not allowed is named with all that forbids it, and the others go.
     *
     * @param second who countersigns
     * @param authority the decision that allows it (gallringsbeslut)
     */
    public List<DisposalOutcome> dispose(List<String> ids, Actor second, String authority, String reason) {
        AdoptedRules rules = archive.rules();
        boolean restoreOpen = !archive.catalogue().restorationsNotAccepted().isEmpty();
        Set<String> requested = Requested.of(archive.catalogue());
        List<Disposer.Case> cases = new ArrayList<>();
        for (String id : ids) {
            CatalogueRecord entry = archive.record(id);
            cases.add(new Disposer.Case(
                    entry.disposalFacts(
                            rules.plan(),
                            restoreOpen,
                            requested.contains(entry.id().value())),
                    new DisposalOrder(entry.id(), archive.actor(), second, authority, reason)));
        }
        List<DisposalOutcome> outcomes =
                archive.aloneAtEvidence(() -> disposer(archive.archive()).dispose(cases));
        archive.catchUp();
        archive.index().expungeDeletes();
        return outcomes;
    }

    /** The newest restore that nobody has answered for yet is answered for. @return the index of its act */
    public long acceptRestore(String reason) {
        Optional<Long> open = archive.catalogue().restorationsNotAccepted().stream()
                .map(each -> each.act())
                .findFirst();
        long act = open.orElseThrow(
                () -> new ArchiveException.WrongUsage("there is no restore that waits for somebody's answer"));
        archive.archive()
                .decide(List.of(new se.sigill.core.log.Act.RestoreAccepted(
                        archive.clock().instant(), archive.actor(), act, reason)));
        archive.catchUp();
        return act;
    }
}
