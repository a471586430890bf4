package se.sigill.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.sigill.core.finding.Finding;

class RestrictionCheckTest {
    private final RestrictionCheck check = new RestrictionCheck(Facts.PROVISIONS);

    @Test
    void acceptsAMarkingThatSaysEverything() {
        assertEquals(List.of(), check.check(ActsOf.restricted("record", "OSL 26:1"), Facts.DAY, "r"));
    }

    @Test
    void reportsEveryFaultOfAMarkingAtOnce() {
        List<Finding> findings = check.check(
                ActsOf.restricted("chapter", "OSL 99:1", "hemlig", " ", ""), Facts.DAY.minusDays(1), "leverans.csv:7");

        assertEquals(
                Set.of(
                        AccessFinding.PROVISION_UNKNOWN,
                        AccessFinding.CATEGORY_UNKNOWN,
                        AccessFinding.TARGET_UNKNOWN,
                        AccessFinding.REASON_MISSING,
                        AccessFinding.AUTHORITY_MISSING,
                        AccessFinding.MARKED_IN_FUTURE),
                findings.stream().map(Finding::code).collect(Collectors.toSet()));
    }

    @Test
    void refusesAProvisionThatWasNoLawOnTheDay() {
        Provision later = new Provision(
                "OSL 21:3 a",
                "21",
                "3 a",
                "",
                HarmTest.REVERSE,
                70,
                RestrictionCategory.INTEGRITY,
                "",
                new Validity(Facts.DAY.plusDays(1), java.time.LocalDate.MAX),
                "test",
                true);
        RestrictionCheck narrow = new RestrictionCheck(new ProvisionCatalogue("t", List.of(later)));

        List<Finding> findings = narrow.check(ActsOf.restricted("record", "OSL 21:3 a"), Facts.DAY, "r");

        assertEquals(AccessFinding.PROVISION_NOT_VALID, findings.getFirst().code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"record", "part:2.1", "page:3", "page:3:0,0,10000,500", "time:75-90"})
    void readsAndWritesTheFormsOfATarget(String text) {
        assertEquals(text, Target.parse(text).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Record", "part:", "page:0", "page:3:1,2,3", "page:1:9000,0,2000,10", "time:9-9"})
    void refusesWhatIsNoTarget(String text) {
        assertThrows(IllegalArgumentException.class, () -> Target.parse(text));
    }

    @Test
    void aProvisionAdvisesAndNeverAnswers() {
        assertEquals(
                Provision.Advice.ASSESS_PRESUMED_SECRET,
                Facts.provision("x", HarmTest.REVERSE, 70).advice(Facts.DAY, Facts.DAY));
        assertEquals(
                Provision.Advice.ASSESS_PRESUMED_OPEN,
                Facts.provision("x", HarmTest.STRAIGHT, 70).advice(Facts.DAY, Facts.DAY));
        assertEquals(
                Provision.Advice.SECRET,
                Facts.provision("x", HarmTest.ABSOLUTE, 0).advice(Facts.DAY, Facts.DAY));
        assertEquals(
                Provision.Advice.EXPIRED,
                Facts.provision("x", HarmTest.ABSOLUTE, 2).advice(Facts.DAY, Facts.DAY.plusYears(2)));
    }
}
