package se.sigill.app.soak;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import se.sigill.app.request.RequestProtocol;
import se.sigill.app.wiring.ChangesProtocol;
import se.sigill.app.wiring.KernelProtocol;
import se.sigill.core.durability.CrashStates;
import se.sigill.core.durability.Exploration;
import se.sigill.core.durability.Protocol;
import se.sigill.core.durability.RecordingProvider;

/** What power cuts leave of every protocol: as it is, or with each fsync left out. A round is a random cut at each point. */
final class DurabilityRun implements LongRun {
    /** How much is tried. */
    enum Way {
        /** Every fate at every point. */
        WHOLE,
        /** One fate at every point. */
        SAMPLE,
        /** Each fsync left out in turn. */
        FSYNC
    }

    private final List<Protocol> protocols;
    private final Way way;
    private final int rounds;

    DurabilityRun(List<Protocol> protocols, Way way, int rounds) {
        this.protocols = protocols;
        this.way = way;
        this.rounds = rounds;
    }

    /** Every cut must leave what was acknowledged. */
    static DurabilityRun whole() {
        return new DurabilityRun(all(), Way.WHOLE, 20);
    }

    /** Every fsync that is left out must lose something. */
    static DurabilityRun withoutEachFsync() {
        return new DurabilityRun(all(), Way.FSYNC, 4);
    }

    @Override
    public String name() {
        return way == Way.FSYNC ? "fsync" : "durability";
    }

    @Override
    public String about() {
        return way == Way.FSYNC
                ? "leaves out each call of fsync in turn: each must be noticed (a round: one more random cut at each point)"
                : "cuts the power at every point of every protocol (a round: one more random cut at each point)";
    }

    @Override
    public End run(Order order) throws IOException {
        Tally tally = new Tally(order.out());
        for (Protocol protocol : protocols) {
            try (Exploration run = Exploration.of(
                    protocol,
                    RecordingProvider.ofDefault(),
                    order.seed(),
                    order.rounds().orElse(rounds))) {
                switch (way) {
                    case WHOLE -> tally.looked(protocol, run, run.all());
                    case SAMPLE -> tally.looked(protocol, run, run.sample(protocol.sampleStep()));
                    case FSYNC -> tally.without(protocol, run);
                }
            }
        }
        return tally.end();
    }

    private static List<Protocol> all() {
        return Stream.concat(Protocol.ofCore().stream(), ofArchive().stream()).toList();
    }

    /** Those of the whole archive, which need a process whose default file system records. */
    static List<Protocol> ofArchive() {
        return List.of(new KernelProtocol(), new ChangesProtocol(), new RequestProtocol());
    }

    private final class Tally {
        private final PrintStream out;
        private int trees;
        private int sites;
        private int bad;

        Tally(PrintStream out) {
            this.out = out;
        }

        void looked(Protocol protocol, Exploration run, CrashStates.Result result) {
            result.failures()
                    .forEach(each ->
                            out.println("LOST " + protocol.name() + " " + each.where() + ": " + each.message()));
            out.println(protocol.name() + ": " + run.recording().size() + " operations, " + result.states() + " cuts, "
                    + result.distinct() + " different trees");
            trees += result.distinct();
            bad += result.failures().size();
        }

        void without(Protocol protocol, Exploration run) throws IOException {
            for (Map.Entry<String, Set<String>> each :
                    protocol.removals(run.recording()).entrySet()) {
                List<CrashStates.Failure> lost = run.without(each.getValue());
                out.println((lost.isEmpty() ? "UNNOTICED " : "noticed ") + protocol.name() + " " + each.getKey()
                        + (lost.isEmpty() ? "" : " -- " + lost.getFirst().message()));
                sites++;
                bad += lost.isEmpty() ? 1 : 0;
            }
        }

        End end() {
            return new End(
                    bad == 0,
                    way == Way.FSYNC
                            ? sites + " fsyncs left out, " + bad + " not noticed"
                            : trees + " trees, " + bad + " with something lost");
        }
    }
}
