package se.sigill.staff.archive;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import se.sigill.app.serve.ArchivePhase;
import se.sigill.app.wiring.OpenArchive;

/** Ready when the archive is open and catalogue and index have come as far as its log. */
@Readiness
@Dependent
public final class ArchiveReady implements HealthCheck {
    private final RunningArchive running;

    @Inject
    public ArchiveReady(RunningArchive running) {
        this.running = running;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("archive");
        return switch (running.state()) {
            case RunningArchive.State.Open(OpenArchive archive, Token _) ->
                answer.status(archive.isLevel())
                        .withData("archive", ArchivePhase.OPEN.word())
                        .withData("level", archive.isLevel())
                        .build();
            case RunningArchive.State.Failed(int exit) ->
                answer.down()
                        .withData("archive", ArchivePhase.FAILED.word())
                        .withData("exit", exit)
                        .build();
            case RunningArchive.State.Waiting(ArchivePhase phase) ->
                answer.down().withData("archive", phase.word()).build();
        };
    }
}
