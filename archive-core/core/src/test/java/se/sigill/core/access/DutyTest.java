package se.sigill.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DutyTest {
    private static final String BOARD = "Byggnadsnämnden";

    private static final Map<Viewer.Role, Set<Duty>> WANTED = Map.of(
            Viewer.Role.ARCHIVIST, EnumSet.of(Duty.RESTRICT, Duty.PRESERVE),
            Viewer.Role.REGISTRAR, EnumSet.of(Duty.RESTRICT, Duty.ANSWER),
            Viewer.Role.DECISION_MAKER, EnumSet.of(Duty.RESTRICT, Duty.OPEN, Duty.ANSWER),
            Viewer.Role.INSPECTOR, EnumSet.noneOf(Duty.class),
            Viewer.Role.ADMINISTRATOR, EnumSet.noneOf(Duty.class));

    @Test
    void eachRoleDecidesWhatIsItsToDecide() {
        for (Viewer.Role role : Viewer.Role.values()) {
            for (Duty duty : Duty.values()) {
                assertEquals(
                        WANTED.getOrDefault(role, Set.of()).contains(duty),
                        duty.isOf(new Viewer.Staff(BOARD, role), "byggnadsnämnden "),
                        role + " " + duty);
            }
        }
    }

    @Test
    void nobodyDecidesAboutAnotherBoardsRecords() {
        for (Viewer.Role role : Viewer.Role.values()) {
            for (Duty duty : Duty.values()) {
                assertFalse(duty.isOf(new Viewer.Staff(BOARD, role), "Socialnämnden"), role + " " + duty);
                assertFalse(duty.isOf(new Viewer.Staff("", role), ""), "no name is nobody's");
            }
        }
    }

    @Test
    void thePublicDecidesNothingAndTheOperatorAnswersForAll() {
        for (Duty duty : Duty.values()) {
            assertFalse(duty.isOf(new Viewer.Public(), BOARD));
            assertTrue(duty.isOf(new Viewer.Operator("root"), BOARD));
        }
    }
}
