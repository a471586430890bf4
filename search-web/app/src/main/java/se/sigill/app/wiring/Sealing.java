package se.sigill.app.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.sigill.core.archive.SealContent;
import se.sigill.core.archive.Surroundings;
import se.sigill.core.finding.Finding;
import se.sigill.core.keys.KeyName;
import se.sigill.core.keys.KeyRing;
import se.sigill.core.log.Act;
import se.sigill.core.log.Head;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogReader;
import se.sigill.core.seal.Coverage;
import se.sigill.core.seal.Evidence;
import se.sigill.core.seal.Period;
import se.sigill.core.seal.Periods;
import se.sigill.core.seal.Reach;
import se.sigill.core.seal.SealItem;
import se.sigill.core.seal.SealOrder;
import se.sigill.core.seal.Sealer;
import se.sigill.core.seal.TimeStampSource;
import se.sigill.core.seal.bouncy.BouncySeal;

/** Seals what was committed and is not sealed yet, and tells what waits. */
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
                known(archive).periods(),
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

    /** Versions committed and not yet sealed, in the order of the log; also those that an earlier period left out. */
    public List<Unsealed> waiting() {
        return waiting(evidence().reach());
    }

    private List<Unsealed> waiting(Reach reach) {
        LogReader log = archive.archive().log().reader();
        long size = archive.archive().log().head().size();
        List<Unsealed> versions = new ArrayList<>();
        for (long left : reach.left()) {
            add(log.entry(left), versions);
        }
        try (Stream<LogEntry> entries = log.entries(Math.min(reach.end(), size), size)) {
            entries.forEach(entry -> add(entry, versions));
        }
        return versions;
    }

    private static void add(LogEntry entry, List<Unsealed> versions) {
        if (entry instanceof LogEntry.Kept kept
                && kept.act() instanceof Act.OfRecord act
                && (act instanceof Act.Sealed || act instanceof Act.RenditionAdded)) {
            versions.add(new Unsealed(kept.index(), act));
        }
    }

    /**
     * Seals everything that was added since the last period, acts without versions too, in as many periods as it takes,
     * and asks for time-stamps that are missing. A version that is not whole any more is named, does not stop the
     * others and is tried again every time.
     */
    public Done seal() {
        return archive.aloneAtEvidence(this::sealNow);
    }

    private Done sealNow() {
        Head head = archive.archive().log().head();
        Reach reach = evidence().reach();
        Plan plan = new Plan(head, reach.end());
        List<Finding> findings = new ArrayList<>();
        SealContent content = new SealContent(archive.archive().store());
        for (Unsealed unsealed : waiting(reach)) {
            switch (found(content, unsealed.version())) {
                case SealContent.Found.Whole(List<SealItem> items) -> plan.add(unsealed.act(), items);
                case SealContent.Found.Unfit(Finding why) -> {
                    findings.add(why);
                    plan.leave(unsealed.act());
                }
            }
        }
        plan.finish();
        findings.addAll(sealer.closeGaps());
        return new Done(plan.periods, stamps.name(), findings);
    }

    private static SealContent.Found found(SealContent content, Act.OfRecord act) {
        return switch (act) {
            case Act.Sealed a -> content.of(a.record(), a.version(), a.inventory());
            case Act.RenditionAdded a -> content.of(a.record(), a.version(), a.inventory());
            default -> throw new IllegalStateException("no version waits because of such an act");
        };
    }

    /** Spreads what is to be sealed over periods, none of which gets too large. */
    private final class Plan {
        private final List<Period> periods = new ArrayList<>();
        private final List<SealItem> items = new ArrayList<>();
        private final List<Long> left = new ArrayList<>();
        private final List<Long> late = new ArrayList<>();
        private final Head head;
        private long first;

        Plan(Head head, long first) {
            this.head = head;
            this.first = first;
        }

        /** In the order of the acts. */
        void add(long act, List<SealItem> more) {
            if (items.size() + more.size() > SealOrder.ITEMS_MAX || late.size() == Coverage.EXCEPTIONS_MAX) {
                close(Math.max(first, act));
            }
            if (act < first) {
                late.add(act);
            }
            items.addAll(more);
        }

        /** What was left out before needs not be said again. */
        void leave(long act) {
            if (act >= first) {
                if (left.size() == Coverage.EXCEPTIONS_MAX) {
                    close(act);
                }
                left.add(act);
            }
        }

        void finish() {
            if (first < head.size() || !late.isEmpty()) {
                close(head.size());
            }
        }

        private void close(long end) {
            Coverage coverage = new Coverage(first, end, left, late);
            String origin = head.checkpoint().origin();
            periods.add(sealer.seal(new SealOrder(origin, coverage, head.note().bytes(), items))
                    .period());
            first = end;
            items.clear();
            left.clear();
            late.clear();
        }
    }

    /** The periods there are. */
    public Evidence evidence() {
        return known(archive).evidence();
    }

    /** What is known of the periods as long as the archive is open. */
    private record Known(Periods periods, Evidence evidence) {}

    private static Known known(OpenArchive archive) {
        return archive.kept(Known.class, open -> {
            Periods periods = new Periods(open.home().evidence());
            return new Known(periods, new Evidence(periods, BouncySeal.formats()));
        });
    }

    /** The period that covers an act; empty if it is not sealed yet. */
    public Optional<Period> periodOf(long act) {
        return evidence().periodOf(act);
    }
}
