package se.sigill.app.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.sigill.app.request.AskedArchive.done;
import static se.sigill.app.request.AskedArchive.refused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.run.Running;
import se.sigill.core.inbox.AskedLetter;
import se.sigill.core.inbox.BoxFee;
import se.sigill.core.request.CopyForm;
import se.sigill.core.request.ExemptGroup;
import se.sigill.core.request.Fee;
import se.sigill.core.request.Outcome;
import se.sigill.core.request.Quote;
import se.sigill.core.request.Tariff;

/** A fee is told and agreed to before the copy (TF 2 kap. 16 §). */
class FeesTest {
    private static final String TARIFF = """
            row,form,format,unit,free,first_ore,next_ore,group,valid_from,valid_to,source,verified
            price,paper,A4,page,9,5000,200,,2020-01-01,,KF § 98/2019,yes
            price,download,,record,0,1000,1000,,2020-01-01,,KF § 98/2019,yes
            exempt,,,,,,,media,2020-01-01,,KF § 98/2019,yes
            """;
    private static final Fees.Order PAPER = new Fees.Order(CopyForm.PAPER, "A4", 12, false, Optional.empty());

    @TempDir
    Path folder;

    /** A request of which one record is decided to be given. */
    private AskedArchive decided(String config) throws IOException {
        AskedArchive there = AskedArchive.in(folder, config);
        there.adopt("fees", TARIFF);
        return there;
    }

    private static String decided(AskedArchive there) throws IOException {
        String id = there.asked();
        done(there.as("reg").decide(id, AskedArchive.giving(there.record(AskedArchive.PLAN)), Long.MAX_VALUE));
        return id;
    }

    private static Quote quote(AskedArchive there, String id) {
        return there.request(id).quote().orElseThrow();
    }

    @Test
    void copiesWaitUntilWhoAskedSaysYesByTheCode() throws IOException {
        try (AskedArchive there = decided("")) {
            String id = decided(there);
            Fees fees = new Fees(there.as("reg"));
            assertEquals(1, fees.pages(there.entry(id)));
            Fee fee = fees.fee(there.entry(id), PAPER);
            assertEquals(5_400, fee.totalOre());

            done(fees.quote(id, PAPER));

            BoxFee told = there.box().fee();
            assertEquals(5_400, told.amountOre());
            assertFalse(told.accepted());
            assertTrue(told.text().contains("12 sidor"), told.text());
            assertTrue(told.text().contains(there.box().number()), told.text());
            assertTrue(
                    there.box().next().contains("Godkänn avgiften"), there.box().next());
            refused(there.as("reg").handOut(id), "väntar på sin avgift");
            assertEquals(List.of(), there.request(id).copies());

            there.reply("", AskedLetter.Wish.ACCEPT_FEE);

            assertEquals(Optional.of("accepted"), quote(there, id).settled());
            assertTrue(there.box().fee().accepted());
            done(there.as("reg").handOut(id));
            assertEquals(1, there.request(id).copies().size());
            done(fees.settle(id, quote(there, id).act(), "paid", "Kajsa"));
            assertEquals(there.box().number(), quote(there, id).reason(), "a payment names nobody");
            assertTrue(there.box().lines().getLast().text().contains("Betalningen"));
            refused(fees.settle(id, quote(there, id).act(), "waived", "fel"), "redan betald");
        }
    }

    @Test
    void wherePaymentComesFirstAYesIsNotEnough() throws IOException {
        try (AskedArchive there = decided("\nfees.copies-after = payment\n")) {
            String id = decided(there);
            Fees fees = new Fees(there.as("reg"));
            done(fees.quote(id, PAPER));
            done(fees.settle(id, quote(there, id).act(), "accepted", ""));
            refused(there.as("reg").handOut(id), "väntar på sin avgift");
            done(fees.settle(id, quote(there, id).act(), "paid", ""));
            done(there.as("reg").handOut(id));
        }
    }

    @Test
    void laterBatchesAreQuotedByThemselves() throws IOException {
        try (AskedArchive there = decided("")) {
            String id = decided(there);
            Fees fees = new Fees(there.as("bo"));
            done(fees.quote(id, PAPER));
            done(there.as("bo")
                    .decide(
                            id,
                            new Proposal(
                                    there.record(AskedArchive.SECRET),
                                    Outcome.WHOLE,
                                    List.of(),
                                    "",
                                    "",
                                    "",
                                    "Ingen annan är i tjänst."),
                            Long.MAX_VALUE));
            done(there.as("bo").handOut(id));
            assertEquals(1, there.request(id).copies().size(), "the second was not quoted, the first waits");
            done(fees.settle(id, quote(there, id).act(), "waived", "Fel i taxan."));
            assertTrue(there.box().fee().isNone());
            done(there.as("bo").handOut(id));
            assertEquals(2, there.request(id).copies().size());
            refused(fees.quote(id, PAPER), "Inget är beslutat");
        }
    }

    @Test
    void aYesAnswersTheFeeThatWasToldThen() throws IOException {
        try (AskedArchive there = decided("")) {
            String id = decided(there);
            Fees fees = new Fees(there.as("reg"));
            done(fees.quote(id, PAPER));
            AskedLetter.Reply yes = AskedLetter.Reply.sign(
                    there.code().boxKey(),
                    "",
                    AskedLetter.Wish.ACCEPT_FEE,
                    there.clock().instant());
            there.clock().pass(Duration.ofHours(1));
            done(fees.quote(id, new Fees.Order(CopyForm.PAPER, "A4", 400, false, Optional.empty())));

            there.lay(yes);
            there.lay(yes);
            InboxRound.Done done = there.round().run();

            assertEquals(2, done.replies());
            assertEquals(
                    Optional.of("accepted"),
                    there.request(id).quotes().getFirst().settled());
            assertTrue(quote(there, id).isUnanswered(), "nobody has agreed to the dearer one");
            assertEquals(1, there.request(id).said().size(), "the same letter once");
        }
    }

    @Test
    void anExemptionAndAWaiverAreSaidByPeople() throws IOException {
        try (AskedArchive there = decided("")) {
            String id = decided(there);
            Fees fees = new Fees(there.as("reg"));
            assertEquals(Set.of(ExemptGroup.MEDIA), fees.exempt(there.entry(id)));
            Fees.Order media = new Fees.Order(CopyForm.PAPER, "A4", 12, false, Optional.of(ExemptGroup.MEDIA));
            assertTrue(fees.fee(there.entry(id), media).free());
            done(fees.quote(id, media));
            done(there.as("reg").handOut(id));
            assertTrue(there.box().fee().isNone(), "what is free asks for no yes");
            refused(fees.settle(id, quote(there, id).act(), "paid", ""), "redan betald");
        }
    }

    @Test
    void aWaiverTakesAReasonAndAPerson() throws IOException {
        try (AskedArchive there = decided("")) {
            String id = decided(there);
            Fees fees = new Fees(there.as("reg"));
            done(fees.quote(id, PAPER));
            long act = quote(there, id).act();
            refused(fees.settle(id, act, "waived", " "), "varför");
            refused(fees.settle(id, act, "forgotten", "x"), "vad som hänt");
            refused(fees.settle(id, act + 1, "paid", ""), "vad som hänt");
            assertTrue(new Fees(there.as("soc")).quote(id, PAPER) instanceof Answering.Outcome.Unknown);
        }
    }

    @Test
    void withoutAnAdoptedTariffAllIsFree() throws IOException {
        try (AskedArchive there = AskedArchive.in(folder)) {
            String id = decided(there);
            Fees fees = new Fees(there.as("reg"));
            assertEquals(Tariff.NONE, fees.tariff());
            assertTrue(fees.fee(there.entry(id), PAPER).free());
        }
    }

    @Test
    void aTariffThatTheLawForbidsIsNotAdopted() throws IOException {
        try (AskedArchive there = AskedArchive.in(folder)) {
            Path file = Files.writeString(folder.resolve("fel.csv"), TARIFF.replace("price,download", "price,on-site"));
            assertEquals(2, there.type("adopt", "fees", file.toString()).exit());

            Running.Ended nothing =
                    there.type("adopt", "fees", folder.resolve("taxa.csv").toString());
            assertEquals(64, nothing.exit());
            assertTrue(nothing.err().contains("there is no file " + folder.resolve("taxa.csv")), nothing.err());
        }
    }
}
