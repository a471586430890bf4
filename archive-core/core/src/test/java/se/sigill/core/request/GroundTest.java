package se.sigill.core.request;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import se.sigill.core.access.HarmTest;
import se.sigill.core.request.Ground.Extent;

class GroundTest {
    @Test
    void aFullRefusalHasAllThreeReasons() {
        assertDoesNotThrow(() -> ground(Extent.WHOLE, "skada", "hör ihop", "spridning"));
        refused("why its harm test is met", Extent.WHOLE, " ", "hör ihop", "spridning");
        refused("why no part can be released", Extent.WHOLE, "skada", "", "spridning");
        refused("why no reservation suffices", Extent.WHOLE, "skada", "hör ihop", "\t");
    }

    @Test
    void aRedactionAndAReservationSayWhyTheHarmTestIsMet() {
        for (Extent extent : new Extent[] {Extent.PART, Extent.RESERVATION}) {
            assertDoesNotThrow(() -> ground(extent, "skada", "", ""));
            refused("why its harm test is met", extent, "", "hör ihop", "spridning");
        }
    }

    @Test
    void namesWhatIsRefusedAndByWhatProvision() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Ground("", Extent.PART, "OSL 21:1", HarmTest.STRAIGHT, "skada", "", ""));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Ground("sidan 2", Extent.PART, " ", HarmTest.STRAIGHT, "skada", "", ""));
    }

    @Test
    void takesNoReasonWithoutEnd() {
        String endless = "x".repeat(Ground.LETTERS_MAX + 1);

        refused("at most", Extent.WHOLE, endless, "hör ihop", "spridning");
        refused("at most", Extent.PART, "skada", endless, "");
        refused("at most", Extent.PART, "skada", "", endless);
    }

    private static void refused(String why, Extent extent, String harm, String part, String reservation) {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> ground(extent, harm, part, reservation));
        assertTrue(String.valueOf(e.getMessage()).contains(why), e::getMessage);
    }

    private static Ground ground(Extent extent, String harm, String part, String reservation) {
        return new Ground("bilaga 2", extent, "OSL 21:1", HarmTest.QUALIFIED_STRAIGHT, harm, part, reservation);
    }
}
