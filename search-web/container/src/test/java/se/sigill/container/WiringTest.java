package se.sigill.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.sigill.app.wiring.Adopting;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Roles;
import se.sigill.core.ArchiveException;
import se.sigill.core.catalogue.Adoption;
import se.sigill.core.catalogue.Catalogue;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.log.Act;
import se.sigill.core.log.LogEntry;
import se.sigill.core.project.IndexedAct;
import se.sigill.staff.archive.RunningArchive;
import se.sigill.staff.archive.Token;
import se.sigill.staff.gate.Door;

/** Runs inside the staff site, with what its server gives it. */
@Tag("slow")
@ExtendWith(ArquillianExtension.class)
class WiringTest {
    private static final int RECORDS = 2;
    private static final int LOOKS_MAX = 600;

    @Inject
    RunningArchive running;

    @Inject
    Door door;

    @Inject
    @Any
    Instance<HealthCheck> checks;

    /** Arquillian asks for it before the tests, outside, and deploys it. */
    @Deployment
    public static WebArchive site() throws IOException {
        Archives.filled(RECORDS, false);
        return WebArchives.staffWithTests();
    }

    private OpenArchive open() throws InterruptedException {
        for (int i = 0; i < LOOKS_MAX && running.state() instanceof RunningArchive.State.Waiting; i++) {
            Thread.sleep(100);
        }
        return assertInstanceOf(RunningArchive.State.Open.class, running.state())
                .archive();
    }

    @Test
    void thePartsOfTheSiteFindEachOther() throws Exception {
        OpenArchive archive = open();

        RunningArchive.State current = RunningArchive.current().state();
        assertTrue(current instanceof RunningArchive.State.Open(OpenArchive same, Token _) && same == archive);
        assertEquals(List.of(), door.people().all());
        assertSame(Door.current().people(), door.people());
        Map<String, HealthCheckResponse.Status> health = new TreeMap<>();
        checks.forEach(check -> health.put(check.call().getName(), check.call().getStatus()));
        assertEquals(
                Map.of("archive", HealthCheckResponse.Status.UP, "process", HealthCheckResponse.Status.UP), health);
        List<CatalogueRecord> entries = archive.catalogue().page("", 10);
        assertEquals(RECORDS, entries.size());
        for (CatalogueRecord entry : entries) {
            String file = entry.description().files().getFirst().path();
            try (var bytes = archive.archive()
                    .store()
                    .open(entry.id(), entry.newest().version(), file)
                    .orElseThrow()) {
                assertTrue(bytes.readAllBytes().length > 0, file);
            }
        }
    }

    /** The server has no transactions of its own here: the rows and the cursor of the catalogue are one commit. */
    @Test
    void aCommitThatFailsMidwayLeavesRowsAndCursorAsTheyWere() throws Exception {
        OpenArchive archive = open();
        Catalogue catalogue = archive.catalogue();
        long cursor = catalogue.cursor();
        CatalogueRecord entry = catalogue.page("", 1).getFirst();
        List<Adoption> adopted = catalogue.adopted();
        Act.HoldPlaced hold =
                new Act.HoldPlaced(archive.clock().instant(), archive.actor(), entry.id(), "begäran om utlämnande");
        // This one makes the catalogue send the rows before it to the database.
        Act roles = new Adopting(archive).act(Roles.KIND, "prov", "1", "account,authority,role\n");
        List<IndexedAct> acts = List.of(
                new IndexedAct(cursor, hold),
                new IndexedAct(cursor + 1, roles),
                new IndexedAct(cursor + 2, sealed(archive, entry)));

        assertThrows(ArchiveException.StorageFailed.class, () -> catalogue.apply(acts, cursor + 3));

        assertEquals(cursor, catalogue.cursor());
        assertEquals(entry, catalogue.find(entry.id()).orElseThrow());
        assertEquals(adopted, catalogue.adopted());
        archive.archive().decide(List.of(hold));
        archive.catchUp();
        assertEquals(cursor + 1, catalogue.cursor(), "and it goes on");
        assertEquals(1, catalogue.find(entry.id()).orElseThrow().holds().size());
    }

    /** A record that is there already cannot be added: the database refuses. */
    private static Act sealed(OpenArchive archive, CatalogueRecord entry) {
        LogEntry line = archive.archive().log().reader().entry(entry.newest().act());
        return assertInstanceOf(LogEntry.Kept.class, line).act();
    }
}
