package se.sigill.staff.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.sigill.app.wiring.GapWords;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.OpenGaps;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.catalogue.Gap;
import se.sigill.core.record.RecordId;
import se.sigill.look.Language;

/**
 * What is missing, by kind, the most frequent first.
 *
 * @param count all open gaps that the visitor may know of
 * @param mayAccept whether the visitor may answer for gaps at all
 */
public record GapsPage(Frame frame, long count, List<Kind> kinds, boolean mayAccept, String message) {
    /** So many of a kind tell a person what it looks like. */
    private static final int EXAMPLES = 20;

    /**
     * The gaps of one code.
     *
     * @param title what the code means; on an English page the code itself
     * @param meant what is to be done, in the language that {@code language} names
     * @param waits engines that close some of them by their appearance, each with a number
     * @param more how many are not shown
     */
    public record Kind(
            String code,
            String title,
            String meant,
            Language language,
            long count,
            List<String> waits,
            List<Alike> alike,
            long more) {}

    /** Gaps of one message. */
    public record Alike(String message, List<Line> lines) {}

    /** @param link to the record */
    public record Line(long act, String title, String where, String link, boolean mayAccept) {}

    private static final class Collected {
        private final List<Gap> shown = new ArrayList<>();
        private final Map<String, Long> waiting = new TreeMap<>();
        private long count;
    }

    public static GapsPage of(Surround around, boolean mayAccept, String message) {
        Language l = around.language();
        OpenGaps gaps = new OpenGaps(around.archive());
        Map<String, Collected> byCode = new TreeMap<>();
        gaps.each(gap -> {
            Collected kind = byCode.computeIfAbsent(gap.code(), _ -> new Collected());
            kind.count++;
            if (!gap.waitsFor().isEmpty()) {
                kind.waiting.merge(gap.waitsFor(), 1L, Long::sum);
            }
            if (kind.shown.size() < EXAMPLES) {
                kind.shown.add(gap);
            }
        });
        List<Kind> kinds = byCode.entrySet().stream()
                .sorted(Comparator.comparing(each -> -each.getValue().count))
                .map(each -> kind(each.getKey(), each.getValue(), around.archive(), gaps, mayAccept, l))
                .toList();
        long count = kinds.stream().mapToLong(Kind::count).sum();
        return new GapsPage(around.frame(Place.GAPS, l.say("Luckor", "Gaps")), count, kinds, mayAccept, message);
    }

    /** Whoever sees a gap may see the register entry of its record. */
    private static Map<RecordId, String> titles(OpenArchive archive, List<Gap> gaps) {
        return archive
                .catalogue()
                .findAll(gaps.stream().map(Gap::record).distinct().toList())
                .stream()
                .collect(Collectors.toMap(
                        CatalogueRecord::id, entry -> entry.description().title()));
    }

    private static Kind kind(
            String code, Collected of, OpenArchive archive, OpenGaps gaps, boolean mayAccept, Language l) {
        List<String> waits = of.waiting.entrySet().stream()
                .map(each -> each.getValue()
                        + l.say(" av dem stängs av sig själva när ", " of them close by themselves when ")
                        + each.getKey()
                        + l.say(" finns och sigill renew körs.", " is there and sigill renew runs."))
                .toList();
        Map<RecordId, String> titles = titles(archive, of.shown);
        Map<String, List<Line>> alike = new LinkedHashMap<>();
        of.shown.forEach(gap -> alike.computeIfAbsent(gap.message(), _ -> new ArrayList<>())
                .add(new Line(
                        gap.act(),
                        titles.getOrDefault(gap.record(), gap.record().value()),
                        gap.where(),
                        "/" + l.code() + RecordPage.path(gap.record().value()),
                        mayAccept && gaps.mayAccept(gap))));
        Optional<SwedishFindings.Words> words = l == Language.SV ? SwedishFindings.find(code) : Optional.empty();
        return new Kind(
                code,
                words.map(SwedishFindings.Words::meaning).orElse(code),
                words.map(SwedishFindings.Words::remedy).orElseGet(() -> GapWords.remedy(code)),
                words.isPresent() ? Language.SV : Language.EN,
                of.count,
                waits,
                alike.entrySet().stream()
                        .map(each -> new Alike(each.getKey(), each.getValue()))
                        .toList(),
                of.count - of.shown.size());
    }

    /** The open gaps of one record, each with what is to be done. */
    static List<Said> ofRecord(CatalogueRecord entry, Language l) {
        return entry.gaps().stream()
                .filter(Gap::isOpen)
                .map(gap -> Said.of(GapWords.remark(gap), l))
                .toList();
    }
}
