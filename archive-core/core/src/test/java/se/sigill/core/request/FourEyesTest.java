package se.sigill.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import se.sigill.core.access.HarmTest;
import se.sigill.core.request.FourEyes.Need;
import se.sigill.core.request.FourEyes.Outcome;

class FourEyesTest {
    private static final FourEyes STRICT = new FourEyes(true, false);
    private static final List<HarmTest> REVERSE = List.of(HarmTest.STRAIGHT, HarmTest.REVERSE);
    private static final List<HarmTest> STRAIGHT = List.of(HarmTest.STRAIGHT, HarmTest.QUALIFIED_STRAIGHT);

    @Test
    void asksForASecondPersonWhereTheHarmTestDoes() {
        assertInstanceOf(Need.Second.class, FourEyes.USUAL.need(REVERSE));
        assertTrue(FourEyes.USUAL.need(REVERSE).said().swedish().contains("omvänt"));
        assertTrue(
                FourEyes.USUAL.need(List.of(HarmTest.ABSOLUTE)).said().english().contains("absolute"));
        assertInstanceOf(Need.One.class, FourEyes.USUAL.need(STRAIGHT));
        assertInstanceOf(Need.One.class, FourEyes.USUAL.need(List.of()));
    }

    @Test
    void asksForASecondPersonWhereTheAuthorityDoes() {
        assertInstanceOf(Need.Second.class, STRICT.need(STRAIGHT));
        assertInstanceOf(Need.Second.class, STRICT.need(List.of()));
        assertTrue(STRICT.need(List.of()).said().swedish().contains("Myndigheten har bestämt"));
    }

    @Test
    void takesTwoDifferentPersons() {
        assertEquals(new Outcome.ByTwo("anna", "bo"), FourEyes.USUAL.outcome(REVERSE, "anna", Optional.of("bo"), ""));
        assertEquals(new Outcome.ByTwo("anna", "bo"), FourEyes.USUAL.outcome(STRAIGHT, "anna", Optional.of("bo"), ""));
        for (String same : List.of("anna", " Anna ", "")) {
            assertInstanceOf(
                    Outcome.Refused.class, FourEyes.USUAL.outcome(REVERSE, "anna", Optional.of(same), "evening"));
        }
    }

    @Test
    void takesOneWhereOneIsEnough() {
        assertEquals(new Outcome.ByOne("anna"), FourEyes.USUAL.outcome(STRAIGHT, "anna", Optional.empty(), ""));
        assertInstanceOf(Outcome.Refused.class, FourEyes.USUAL.outcome(STRAIGHT, " ", Optional.empty(), ""));
    }

    @Test
    void takesOneAloneOnlyWithAReasonAndWhereAllowed() {
        assertEquals(
                new Outcome.Alone("anna", "kväll"),
                FourEyes.USUAL.outcome(REVERSE, "anna", Optional.empty(), " kväll "));
        assertInstanceOf(Outcome.Refused.class, FourEyes.USUAL.outcome(REVERSE, "anna", Optional.empty(), " "));
        Outcome.Refused never =
                assertInstanceOf(Outcome.Refused.class, STRICT.outcome(STRAIGHT, "anna", Optional.empty(), "evening"));
        assertTrue(never.why().english().endsWith("The authority does not allow anybody to decide alone."));
    }

    @Property
    void anotherProvisionNeverMakesItWeaker(
            @ForAll @Size(max = 5) List<HarmTest> tests,
            @ForAll HarmTest more,
            @ForAll boolean always,
            @ForAll boolean alone) {
        FourEyes rule = new FourEyes(always, alone);
        List<HarmTest> all = new ArrayList<>(tests);
        all.add(more);

        assertTrue(rank(rule.need(tests)) <= rank(rule.need(all)));
        if (rule.outcome(tests, "anna", Optional.empty(), "") instanceof Outcome.Refused) {
            assertInstanceOf(Outcome.Refused.class, rule.outcome(all, "anna", Optional.empty(), ""));
        }
    }

    private static int rank(Need need) {
        return switch (need) {
            case Need.One _ -> 1;
            case Need.Second _ -> 2;
        };
    }
}
