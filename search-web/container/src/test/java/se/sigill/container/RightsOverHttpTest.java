package se.sigill.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.sigill.container.RightsWorld.Kind;
import se.sigill.core.access.Access;
import se.sigill.core.access.ProvisionCatalogue;
import se.sigill.core.access.Viewer;

/**
 * Every route, for everybody who may come, about a record of every kind: what the running site answers is what the rule
 * of access and the policy say, and what nothing may ever say is not there.
 */
@Tag("slow")
@ExtendWith(ArquillianExtension.class)
class RightsOverHttpTest {
    private static RightsWorld world =
            new RightsWorld(List.of(), new Access(ProvisionCatalogue.EMPTY), LocalDate.EPOCH, Map.of());

    /** Arquillian asks for it before the tests, and deploys it. */
    @Deployment(testable = false)
    public static WebArchive site() throws IOException {
        world = RightsWorld.make();
        return WebArchives.staff();
    }

    @Test
    void everybodyIsToldWhatTheRuleSaysAndNoMore() throws Exception {
        Browser.awaitReady();
        Inquiry inquiry = new Inquiry(world);
        for (RouteTable.Row row : RouteTable.rows()) {
            for (Caller caller : inquiry.callers()) {
                inquiry.ask(row, caller);
            }
        }

        List<String> deviations = inquiry.deviations();
        assertEquals("", String.join("\n", deviations.subList(0, Math.min(deviations.size(), 40))));
        List<Inquiry.Told> told = inquiry.told();
        assertTrue(told.size() > 4000, told.size() + " answers about records");
        System.getLogger("rights")
                .log(
                        System.Logger.Level.INFO,
                        inquiry.requests() + " requests, " + told.size() + " answers about records, 0 deviations");
        whateverTheRuleSays(told);
    }

    /** Stated here a second time, without the rule. */
    private static void whateverTheRuleSays(List<Inquiry.Told> told) {
        none(
                told,
                each -> each.caller().is(Viewer.Role.ADMINISTRATOR)
                        && !each.about().kind().isOpen()
                        && each.level() == Inquiry.Level.TEXT,
                "an administrator reads what is not open");
        none(
                told,
                each -> each.caller()
                                .viewer()
                                .filter(Viewer.Staff.class::isInstance)
                                .isPresent()
                        && each.about().board().equals(RightsWorld.OTHER)
                        && each.about().kind().isHidden()
                        && each.level() != Inquiry.Level.NOTHING,
                "a board learns of another's secret");
        none(
                told,
                each -> each.caller().viewer().isEmpty() && each.level() != Inquiry.Level.NOTHING,
                "who has no role is told of a record");
        none(
                told,
                each -> Set.of(Kind.HIDDEN, Kind.RESTRICTED, Kind.RESTRICTED_HIDDEN)
                                .contains(each.about().kind())
                        && each.level() == Inquiry.Level.TEXT
                        && each.viewed() != 1,
                "secret content is shown without an act");
        none(
                told,
                each -> each.about().kind() == Kind.RESTRICTED
                        && each.level() == Inquiry.Level.TEXT
                        && !each.caller().is(Viewer.Role.DECISION_MAKER),
                "somebody else than who decides reads what is restricted");
        List<Kind> read = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (told.stream()
                    .anyMatch(each -> each.caller().is(Viewer.Role.DECISION_MAKER)
                            && each.about().kind() == kind
                            && each.about().board().equals(RightsWorld.OWN)
                            && each.level() == Inquiry.Level.TEXT)) {
                read.add(kind);
            }
        }
        assertEquals(List.of(Kind.values()), read, "the decision-maker reads all of the own board");
    }

    private static void none(List<Inquiry.Told> told, Predicate<Inquiry.Told> wrong, String what) {
        assertEquals(List.of(), told.stream().filter(wrong).toList(), what);
    }
}
