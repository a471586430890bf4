package se.sigill.app.request;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.TreeMap;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.request.Appeal;
import se.sigill.core.request.Courts;
import se.sigill.core.request.Decision;
import se.sigill.core.request.Request;

/** What the court reads first of a package: what is in it, and what happened to the request. In Swedish. */
final class CourtText {
    private static final String RULE = "=".repeat(72) + "\n";

    private final OpenArchive archive;
    private final RequestBook.Entry entry;
    private final Appeal appeal;
    private final DateTimeFormatter time;
    private final RequestWords words = RequestWords.in("sv");

    CourtText(OpenArchive archive, RequestBook.Entry entry, Appeal appeal) {
        this.archive = archive;
        this.entry = entry;
        this.appeal = appeal;
        this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
                .withZone(archive.config().archive().zone());
    }

    /** What is in the package, and how it is checked. */
    String contents(List<CourtZip.Line> lines) {
        StringBuilder out = new StringBuilder(RULE)
                .append("INNEHÅLLER UPPGIFTER SOM OMFATTAS AV SEKRETESS\n")
                .append("Mappen 5-handlingar har de handlingar som beslutet gäller, utan maskering.\n")
                .append(RULE)
                .append("\nÖverlämnande av överklagande (46 § förvaltningslagen)\n\n");
        fact(out, "Till", court());
        fact(out, "Från", entry.record().authority());
        fact(out, "Diarienummer", entry.number());
        out.append('\n').append(appeal.said().swedish()).append("\n\nInnehåll\n\n");
        for (CourtZip.Line line : lines) {
            out.append(line.path())
                    .append("\n    ")
                    .append(line.what())
                    .append("\n    SHA-256 ")
                    .append(line.sha256());
            out.append('\n');
        }
        return out.append("\nKontrollera filerna med: sha256sum -c SHA256SUMS\n")
                .append("Kontrollera ett bevis med: sigill verify FIL.bevis.zip\n")
                .toString();
    }

    private String court() {
        DecisionLetter letters = new DecisionLetter(archive);
        return letters.board(entry)
                .flatMap(letters::court)
                .map(Courts.Row::court)
                .orElse("kammarrätten");
    }

    /** What was said and decided, in order, with who decided. */
    String handling() {
        Request request = entry.request();
        TreeMap<Long, String> events = new TreeMap<>();
        request.said()
                .forEach(said -> events.put(
                        said.act(),
                        at(said.at()) + (said.requester() ? "Den som begärde" : person(said.by()))
                                + (said.provision().isEmpty() ? "" : " (" + said.provision() + ")") + ": "
                                + (said.text().isBlank() ? "[" + said.kind() + "]" : said.text())));
        request.decisions().forEach(decision -> events.put(decision.act(), decided(decision)));
        request.copies().forEach(copy -> events.put(copy.act(), at(copy.at()) + "Utlämnat: " + named(copy.of())));
        request.letters().forEach(letter -> events.put(letter.act(), at(letter.at()) + "Brev: " + letter.kind()));
        request.appeals()
                .forEach(each -> events.put(
                        each.act(), at(each.registered()) + each.said().swedish()));
        StringBuilder out =
                new StringBuilder("Handläggning av ").append(entry.number()).append("\n\n");
        out.append(at(request.asked().arrived())).append("Begäran kom in.\n\n");
        events.values().forEach(text -> out.append(text).append("\n\n"));
        return out.toString();
    }

    private String decided(Decision decision) {
        StringBuilder out = new StringBuilder(at(decision.at()))
                .append("Beslut om ")
                .append(decision.of().isEmpty() ? "begäran" : named(decision.of()))
                .append(": ")
                .append(words.outcome(decision.outcome()));
        if (!decision.provision().isEmpty()) {
            out.append(", ").append(decision.provision());
        }
        out.append(". ").append(person(decision.by()));
        if (!decision.delegation().isEmpty()) {
            out.append(", ").append(decision.delegation());
        }
        decision.signature().ifPresent(second -> out.append("; granskat av ").append(person(second.by())));
        for (String reason : List.of(decision.reason(), decision.notLess(), decision.alone())) {
            if (!reason.isBlank()) {
                out.append("\n    ").append(reason);
            }
        }
        return out.toString();
    }

    /** The court may read all of it, and so does whoever makes the package. */
    private String named(String of) {
        return archive.find(of)
                .map(record -> record.description().diaryNumber().isBlank()
                        ? record.description().title()
                        : record.description().diaryNumber() + ", "
                                + record.description().title())
                .orElse(of);
    }

    private static String person(String actor) {
        return actor.substring(actor.indexOf(':') + 1);
    }

    private String at(Instant instant) {
        return time.format(instant) + "  ";
    }

    private static void fact(StringBuilder out, String label, String value) {
        out.append(label).append(": ").append(value).append('\n');
    }
}
