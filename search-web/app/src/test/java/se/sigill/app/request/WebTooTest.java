package se.sigill.app.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.sigill.app.request.AskedArchive.done;
import static se.sigill.app.request.AskedArchive.giving;
import static se.sigill.app.request.AskedArchive.refused;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.access.Openness;
import se.sigill.core.catalogue.CatalogueRecord;

/** What one was given and everybody may read is on the web by the same press of a button, and nothing else is. */
class WebTooTest {
    @TempDir
    Path folder;

    private AskedArchive there;
    private String id = "";
    private String plan = "";

    @BeforeEach
    void ask() throws IOException {
        there = AskedArchive.in(folder);
        id = there.asked();
        plan = there.record(AskedArchive.PLAN);
        done(there.as("bo").decide(id, giving(plan), Long.MAX_VALUE));
    }

    @AfterEach
    void close() {
        there.close();
    }

    private List<String> offered(String account) {
        return new WebToo(there.of(account))
                .of(there.request(id)).stream().map(each -> each.id().value()).toList();
    }

    private Openness answer() {
        there.archive().catchUp();
        CatalogueRecord record = there.archive().find(plan).orElseThrow();
        return there.archive()
                .rules()
                .access()
                .answer(
                        record.facts(there.archive().rules().plan()),
                        there.archive().today());
    }

    private void assess(String... how) {
        there.type("assess", how).expect(0);
    }

    @Test
    void whatIsOpenByAssessmentGoesOnTheWebAsItIsHandedOut() throws IOException {
        assess("--open", "--reason", "Granskad av nämnden", plan);
        assertEquals(List.of(), offered("reg"), "a registrar opens nothing");
        assertEquals(List.of(plan), offered("bo"));

        done(there.as("bo").handOut(id, Set.of(plan)));

        Openness.Open open = assertInstanceOf(Openness.Open.class, answer());
        assertTrue(open.publishable());
        assertEquals(
                "Granskad av nämnden",
                assertInstanceOf(Openness.Basis.ByAssessment.class, open.basis())
                        .assessment()
                        .reason(),
                "nothing says that somebody asked");
        assertEquals(2, there.box().files().size());
        assertEquals(List.of(), offered("bo"));
    }

    @Test
    void nothingGoesThereByItself() {
        assess("--open", "--reason", "Granskad av nämnden", plan);

        done(there.as("bo").handOut(id));

        assertEquals(false, assertInstanceOf(Openness.Open.class, answer()).publishable());
    }

    @Test
    void whatNobodyHasOpenedOrIsNotTheirsGoesNowhere() {
        assertEquals(List.of(), offered("bo"), "to give it to one who asks does not open it to all");
        refused(there.as("bo").handOut(id, Set.of(plan)), "Inget är utlämnat");
        refused(there.as("bo").handOut(id, Set.of(there.record(AskedArchive.SECRET))), "Inget är utlämnat");
        assess("--open", "--reason", "Granskad av nämnden", plan);
        refused(there.as("reg").handOut(id, Set.of(plan)), "ditt att öppna");
        assertEquals(List.of(), there.request(id).copies());
        assertInstanceOf(Openness.Undecided.class, closedAgain());
    }

    private Openness closedAgain() {
        assess("--undecided", "--reason", "Ska bedömas på nytt", plan);
        return answer();
    }
}
