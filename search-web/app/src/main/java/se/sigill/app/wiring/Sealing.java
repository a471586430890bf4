package se.sigill.app.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.sigill.core.archive.PackageContent;
import se.sigill.core.archive.Surroundings;
import se.sigill.core.finding.Finding;
import se.sigill.core.keys.KeyName;
import se.sigill.core.keys.KeyRing;
import se.sigill.core.log.Act;
import se.sigill.core.log.Head;
import se.sigill.core.log.LogEntry;
import se.sigill.core.seal.Evidence;
import se.sigill.core.seal.Period;
import se.sigill.core.seal.SealFinding;
import se.sigill.core.seal.SealItem;
import se.sigill.core.seal.SealOrder;
import se.sigill.core.seal.Sealer;
import se.sigill.core.seal.TimeStampSource;
import se.sigill.core.seal.bouncy.BouncySeal;

/** Seals what was committed since the last period, and tells what waits. */
public final class Sealing {
    private final OpenArchive archive;
    private final TimeStampSource stamps;
    private final Sealer sealer;

    public Sealing(OpenArchive archive) {
        this.archive = archive;
        Surroundings in = archive.archive().surroundings();
        KeyRing keys = archive.archive().keys();
        this.stamps = in.config()
                .seal()
                .tsa()
                .map(address -> BouncySeal.authorityAt(address, in.random()))
                .orElseGet(() -> BouncySeal.internalAuthority(keys.identity(KeyName.TSA), in.clock(), in.random()));
        this.sealer = new Sealer(
                in.home().evidence(),
                BouncySeal.formats(),
                keys.identity(KeyName.SEAL),
                stamps,
                in.clock(),
                in.random());
    }

    /** A version that is committed and not sealed, and the index of its act. */
    public record Unsealed(long act, Act.OfRecord version) {}

    /**
     * What sealing did.
     *
     * @param timeStamps who gives time-stamps: {@code INTERNAL} or an address
     * @param findings periods that wait for their time-stamp, and versions that could not be sealed
     */
    public record Done(List<Period> periods, String timeStamps, List<Finding> findings) {}

    /** Versions committed and not yet sealed, in the order of the log. */
    public List<Unsealed> waiting() {
        long to = archive.archive().log().head().size();
        long from = Math.min(evidence().nextIndex(), to);
        List<Unsealed> versions = new ArrayList<>();
        try (Stream<LogEntry> entries = archive.archive().log().reader().entries(from, to)) {
            entries.forEach(entry -> {
                if (entry instanceof LogEntry.Kept kept
                        && kept.act() instanceof Act.OfRecord act
                        && (act instanceof Act.Sealed || act instanceof Act.RenditionAdded)) {
                    versions.add(new Unsealed(kept.index(), act));
                }
            });
        }
        return versions;
    }

    /**
     * Seals everything that was added since the last period, acts without versions too, in as many periods as it takes,
     * and asks for time-stamps that are missing. A version whose content is gone is named and does not stop the others.
     */
    public Done seal() {
        Head head = archive.archive().log().head();
        long first = evidence().nextIndex();
        List<Period> periods = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        if (first < head.size()) {
            List<SealItem> items = new ArrayList<>();
            for (Unsealed unsealed : waiting()) {
                List<SealItem> more = items(unsealed.version(), findings);
                if (items.size() + more.size() > SealOrder.ITEMS_MAX) {
                    periods.add(seal(head, first, unsealed.act(), items));
                    first = unsealed.act();
                    items.clear();
                }
                items.addAll(more);
            }
            periods.add(seal(head, first, head.size(), items));
        }
        findings.addAll(sealer.closeGaps());
        return new Done(periods, stamps.name(), findings);
    }

    private List<SealItem> items(Act.OfRecord act, List<Finding> findings) {
        int version = version(act);
        if (archive.archive().store().inventory(act.record(), version).isEmpty()) {
            String where = act.record() + "/v" + version;
            findings.add(Finding.of(SealFinding.CONTENT_MISSING, where, "the version is not in the store"));
            return List.of();
        }
        return new PackageContent(archive.archive().store(), archive.clock()).sealItems(act.record(), version);
    }

    private Period seal(Head head, long first, long end, List<SealItem> items) {
        byte[] checkpoint = head.note().bytes();
        return sealer.seal(new SealOrder(head.checkpoint().origin(), first, end, checkpoint, items))
                .period();
    }

    private static int version(Act.OfRecord act) {
        return act instanceof Act.RenditionAdded rendition ? rendition.version() : 1;
    }

    /** The periods there are. */
    public Evidence evidence() {
        return new Evidence(archive.home().evidence(), BouncySeal.formats());
    }

    /** The period that covers an act; empty if it is not sealed yet. */
    public Optional<Period> periodOf(long act) {
        return evidence().periodOf(act);
    }
}
