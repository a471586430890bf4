package se.sigill.app.request;

import java.util.List;
import java.util.Optional;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.request.Appeal;
import se.sigill.core.request.AppealInstructions;
import se.sigill.core.request.Board;
import se.sigill.core.request.Delegation;
import se.sigill.core.request.Wording;
import se.sigill.formats.letter.Block;
import se.sigill.formats.letter.Letter;

/**
 * The decision to dismiss (avvisa) an appeal that came too late, with how to appeal that decision (FL 31-33, 45 §§). It
 * names nobody who appealed.
 */
final class DismissalLetter {
    private final DecisionLetter decision;
    private final OpenArchive archive;

    DismissalLetter(OpenArchive archive) {
        this.archive = archive;
        this.decision = new DecisionLetter(archive);
    }

    /** What the letter needs and nobody has adopted; empty if it can be written. */
    Optional<Wording> missing(RequestBook.Entry entry) {
        return decision.missing(entry);
    }

    /** @throws IllegalStateException if something is {@link #missing} */
    Letter letter(RequestBook.Entry entry, Appeal appeal, Delegation delegation, String reason) {
        String language = entry.request().asked().language();
        RequestWords words = RequestWords.in(language);
        Board board = decision.board(entry).orElseThrow(IllegalStateException::new);
        String court =
                decision.court(board).orElseThrow(IllegalStateException::new).court();
        Wording why = appeal.said();
        Wording how = AppealInstructions.forDecision(board, court);
        List<Block> blocks = List.of(
                new Block.Facts(List.of(
                        new Block.Fact(words.say("Diarienummer", "Registration number"), entry.number()),
                        new Block.Fact(
                                words.say("Beslutsfattare", "Decided by"),
                                archive.actor().name() + ", " + delegation.reference()))),
                new Block.Heading(1, words.say("Beslut", "Decision")),
                new Block.Paragraph(words.say(
                        "Överklagandet avvisas. Det kom in för sent.", "The appeal is dismissed. It came too late.")),
                new Block.Heading(1, words.say("Skäl", "Reasons")),
                new Block.Paragraph(words.say(why.swedish(), why.english())),
                new Block.Paragraph(reason),
                new Block.Heading(1, words.say("Hur du överklagar", "How to appeal")),
                new Block.Paragraph(words.say(how.swedish(), how.english())));
        return new Letter(
                language.equals("en") ? Letter.Language.EN : Letter.Language.SV,
                words.say("Beslut att avvisa ett överklagande", "Decision to dismiss an appeal"),
                board.name(),
                entry.number(),
                archive.today(),
                blocks,
                board.name());
    }
}
