package se.sigill.app.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.catalogue.Adoption;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.AppealInstructions;
import se.sigill.core.request.Board;
import se.sigill.core.request.Courts;
import se.sigill.core.request.Decision;
import se.sigill.core.request.Outcome;
import se.sigill.core.request.Request;
import se.sigill.core.request.Wording;
import se.sigill.formats.letter.Block;
import se.sigill.formats.letter.Letter;

/**
 * The decision as the requester gets it: what was asked, what is decided of each record and why, who decided by which
 * delegation, and how to appeal (FL 31-33 §§, OSL 6 kap. 3 §). It tells nothing that is secret: its reasons were
 * written so, and no record is named beyond what its requester knows.
 */
final class DecisionLetter {
    private final OpenArchive archive;

    DecisionLetter(OpenArchive archive) {
        this.archive = archive;
    }

    /** What the letter needs and nobody has adopted; empty if it can be written. */
    Optional<Wording> missing(RequestBook.Entry entry) {
        Optional<Board> board = board(entry);
        if (board.isEmpty()) {
            return Optional.of(new Wording(
                    "Adressen till " + entry.record().authority()
                            + " saknas. Anta tabellen boards: den behövs för hur man överklagar.",
                    "The address of " + entry.record().authority()
                            + " is missing. Adopt the table boards: it is needed for how to appeal."));
        }
        if (court(board.get()).isEmpty()) {
            return Optional.of(new Wording(
                    "Ingen kammarrätt är känd för " + board.get().county() + ". Anta tabellen courts.",
                    "No court is known for " + board.get().county() + ". Adopt the table courts."));
        }
        return Optional.empty();
    }

    /** @throws IllegalStateException if something is {@link #missing} */
    Letter letter(RequestBook.Entry entry) {
        Request request = entry.request();
        RequestWords words = RequestWords.in(request.asked().language());
        Board board = board(entry).orElseThrow(IllegalStateException::new);
        Wording appeal = AppealInstructions.forDecision(
                board, court(board).orElseThrow(IllegalStateException::new).court());
        List<Decision> decisions =
                request.decisions().stream().filter(Decision::stands).toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(facts(entry, decisions, words)));
        blocks.add(new Block.Heading(1, words.say("Vad begäran gäller", "What was asked for")));
        blocks.add(new Block.Quote(archive.catalogue()
                .find(request.id())
                .flatMap(record -> RequestText.of(archive, record))
                .orElse("")));
        blocks.add(new Block.Heading(1, words.say("Beslut", "Decision")));
        blocks.add(new Block.Table(
                "",
                List.of(
                        words.say("Handling", "Document"),
                        words.say("Beslut", "Decision"),
                        words.say("Bestämmelse", "Provision")),
                decisions.stream().map(each -> row(each, words)).toList()));
        blocks.add(new Block.Heading(1, words.say("Skäl", "Reasons")));
        for (Decision decision : decisions) {
            if (decision.outcome().isNo()) {
                blocks.add(new Block.Heading(2, name(decision, words)));
                if (decision.outcome() == Outcome.PART) {
                    blocks.add(new Block.Paragraph(words.leftOut(archive, decision)));
                }
                Terms terms = Terms.of(archive, request.id(), decision);
                blocks.add(new Block.Paragraph(new OutcomeWords(words).told(decision, terms)));
                blocks.add(new Block.Paragraph(decision.notLess()));
                terms.reservation().ifPresent(reservation -> {
                    blocks.add(
                            new Block.Heading(3, words.say("Förbehåll (10 kap. 14 § OSL)", "Reservation (OSL 10:14)")));
                    blocks.add(new Block.Quote(reservation.conditions()));
                });
            }
        }
        blocks.add(new Block.Heading(1, words.say("Hur du överklagar", "How to appeal")));
        blocks.add(new Block.Paragraph(words.say(appeal.swedish(), appeal.english())));
        return new Letter(
                words.say("sv", "en").equals("en") ? Letter.Language.EN : Letter.Language.SV,
                words.say("Beslut om utlämnande av allmän handling", "Decision on access to official documents"),
                board.name(),
                entry.number(),
                archive.today(),
                blocks,
                board.name());
    }

    private static List<Block.Fact> facts(RequestBook.Entry entry, List<Decision> decisions, RequestWords words) {
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(new Block.Fact(words.say("Diarienummer", "Registration number"), entry.number()));
        for (Decision decision : decisions) {
            if (decision.outcome().isNo()) {
                facts.add(new Block.Fact(
                        words.say("Beslutsfattare", "Decided by"),
                        person(decision.by()) + ", " + decision.delegation()
                                + decision.signature()
                                        .map(second ->
                                                words.say("; granskat av ", "; reviewed by ") + person(second.by()))
                                        .orElse("")));
                break;
            }
        }
        return facts;
    }

    private static String person(String actor) {
        return actor.substring(actor.indexOf(':') + 1);
    }

    private List<String> row(Decision decision, RequestWords words) {
        return List.of(name(decision, words), words.outcome(decision.outcome()), decision.provision());
    }

    private String name(Decision decision, RequestWords words) {
        Optional<CatalogueRecord> record =
                RecordId.isId(decision.of()) ? archive.catalogue().find(new RecordId(decision.of())) : Optional.empty();
        return record.map(each -> words.named(each, archive.rules(), archive.today()))
                .orElse(words.nothing());
    }

    Optional<Board> board(RequestBook.Entry entry) {
        return BoardAddress.of(archive, entry.record().authority());
    }

    Optional<Courts.Row> court(Board board) {
        return document(Courts.KIND)
                .flatMap(csv -> Courts.read(Courts.KIND, csv).value())
                .or(() -> Optional.of(Courts.sample()))
                .flatMap(courts -> courts.find(board.county()));
    }

    private Optional<String> document(String kind) {
        return archive.catalogue().adopted().stream()
                .filter(each -> each.kind().equals(kind))
                .reduce((one, other) -> one.act() > other.act() ? one : other)
                .map(Adoption::document);
    }

    /** What is read in a letter, for search. */
    static String text(Letter letter) {
        StringBuilder out = new StringBuilder(letter.title()).append('\n').append(letter.authority());
        for (Block block : letter.blocks()) {
            out.append('\n');
            switch (block) {
                case Block.Heading(int _, String text) -> out.append(text);
                case Block.Paragraph(String text) -> out.append(text);
                case Block.Quote(String text) -> out.append(text);
                case Block.Facts(List<Block.Fact> facts) ->
                    facts.forEach(fact -> out.append(fact.label())
                            .append(": ")
                            .append(fact.value())
                            .append('\n'));
                case Block.Table table ->
                    table.rows()
                            .forEach(row -> out.append(String.join(" ", row)).append('\n'));
                case Block.ListOf(List<String> items) -> out.append(String.join("\n", items));
                case Block.PageBreak _ -> {}
            }
        }
        return out.append('\n').toString();
    }
}
