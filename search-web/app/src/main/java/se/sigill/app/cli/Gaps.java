package se.sigill.app.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.sigill.app.wiring.GapWords;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.OpenGaps;
import se.sigill.core.ArchiveException;
import se.sigill.core.catalogue.Gap;
import se.sigill.core.json.Json;
import se.sigill.ingest.renew.Candidate;

/**
 * {@code sigill gaps}: what is missing and nobody has answered for; or answers for one. For people the codes come
 * first, each with its number, what to do and a few examples; {@code --json} prints every gap.
 */
@Command(name = "gaps", description = "Show open gaps by kind, or accept one with a reason.")
final class Gaps implements Callable<Integer> {
    /** So many of a kind tell a person what it looks like. */
    private static final int EXAMPLES = 5;

    @Mixin
    private Printing print = new Printing();

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--code", paramLabel = "CODE", description = "only gaps of this code, every one of them")
    private String code = "";

    @Option(names = "--all", description = "every gap, not only the first few of each code")
    private boolean all;

    @Option(names = "--accept", paramLabel = "ACT", description = "the gap that this act opened stands as it is")
    private Optional<Long> accept = Optional.empty();

    @Option(names = "--reason", paramLabel = "TEXT", description = "why it is accepted")
    private String reason = "";

    private final Map<String, Kind> kinds = new TreeMap<>();

    /** The open gaps of one code: how many, which engine they wait for, and those that are shown. */
    private static final class Kind {
        private final List<Gap> shown = new ArrayList<>();
        private final Map<String, Long> waiting = new TreeMap<>();
        private long count;
    }

    @Override
    public Integer call() {
        try (OpenArchive archive = home.open()) {
            if (accept.isPresent()) {
                return accept(archive, accept.get());
            }
            AtomicLong count = new AtomicLong();
            new OpenGaps(archive).each(gap -> {
                count.incrementAndGet();
                if (code.isEmpty() || gap.code().equals(code)) {
                    sort(gap);
                }
            });
            kinds.entrySet().stream()
                    .sorted(Comparator.comparing(each -> -each.getValue().count))
                    .forEach(each -> show(each.getKey(), each.getValue()));
            print.say(count
                    + (count.get() == 1 ? " open gap" : " open gaps")
                    + (count.get() == 0 ? "" : "; answer for one with: sigill gaps --accept ACT --reason TEXT"));
        }
        return ExitCode.OK;
    }

    private void sort(Gap gap) {
        if (print.asJson()) {
            print.result(json(gap), "");
            return;
        }
        Kind kind = kinds.computeIfAbsent(gap.code(), c -> new Kind());
        kind.count++;
        if (!gap.waitsFor().isEmpty()) {
            kind.waiting.merge(gap.waitsFor(), 1L, Long::sum);
        }
        if (all || !code.isEmpty() || kind.shown.size() < EXAMPLES) {
            kind.shown.add(gap);
        }
    }

    private static Json json(Gap gap) {
        return Json.object()
                .with("act", gap.act())
                .with("record", gap.record().value())
                .with("code", gap.code())
                .with("where", gap.where())
                .with("message", gap.message())
                .with("remedy", GapWords.remedy(gap.code()))
                .with("waitsFor", gap.waitsFor());
    }

    private void show(String id, Kind kind) {
        print.say(kind.count + " × " + id);
        print.say("  " + GapWords.remedy(id));
        kind.waiting.forEach((engine, count) -> print.say(
                "  " + count + " of them close by themselves when " + engine + " is there and sigill renew runs"));
        Map<String, List<Gap>> alike = new LinkedHashMap<>();
        kind.shown.forEach(gap ->
                alike.computeIfAbsent(gap.message(), m -> new ArrayList<>()).add(gap));
        alike.forEach((message, gaps) -> {
            print.say("  " + Printing.oneLine(message));
            gaps.forEach(gap -> print.say("    act " + gap.act() + "  record " + gap.record() + where(gap)));
        });
        if (kind.count > kind.shown.size()) {
            print.say("  … and " + (kind.count - kind.shown.size()) + " more: sigill gaps --code " + id);
        }
        print.say("");
    }

    private static String where(Gap gap) {
        String place = gap.where().startsWith(Candidate.PLACE + "#")
                ? gap.where().substring(Candidate.PLACE.length() + 1)
                : gap.where();
        boolean isWhole = place.isEmpty() || place.equals(Candidate.PLACE);
        return isWhole ? "" : "  part " + Printing.oneLine(place);
    }

    private int accept(OpenArchive archive, long act) {
        if (reason.isBlank()) {
            throw new ArchiveException.WrongUsage(
                    "--accept needs --reason: a gap is accepted with a reason, or closed");
        }
        OpenGaps gaps = new OpenGaps(archive);
        Gap gap = gaps.find(act)
                .orElseThrow(() -> new ArchiveException.WrongUsage("act " + act + " opened no gap that is open"));
        if (!gaps.mayAccept(gap)) {
            throw new ArchiveException.Refused("gap " + act + " is not yours to accept; an archivist of the record's"
                    + " authority may (see sigill adopt roles)");
        }
        gaps.accept(gap, reason);
        print.result(Json.object().with("act", act).with("outcome", "accepted"), "gap " + act + " is accepted");
        return ExitCode.OK;
    }
}
