package se.sigill.open.page;

import java.util.List;
import se.sigill.look.Fact;
import se.sigill.look.Language;
import se.sigill.open.ask.AskDesk;
import se.sigill.zone.Zone;

/**
 * What somebody gets who has asked: the code, once.
 *
 * @param code in groups
 * @param facts when, how, whose
 * @param words as they were sent; may be empty
 * @param records what was chosen
 */
public record ReceiptPage(
        Frame frame, String code, String reference, List<Fact> facts, String words, List<EntryLine> records) {
    public static ReceiptPage of(Zone zone, Surround around, AskDesk.Step.Received step) {
        Language l = around.language();
        String reference = step.code().boxKey().reference();
        Fact.Sheet facts = new Fact.Sheet()
                .with(l.say("Mottagen", "Received"), Moments.words(step.at()))
                .with(l.say("Myndighet", "Authority"), step.draft().authority())
                .with(
                        l.say("Så får du svaret", "How you get the answer"),
                        FormWords.of(step.draft().form(), l));
        return new ReceiptPage(
                around.frameOfSent(l.say("Vi har tagit emot din begäran", "We have received your request"), "/folj"),
                step.code().text(),
                reference,
                facts.facts(),
                step.draft().words(),
                AskPage.entries(zone, step.draft(), l));
    }
}
