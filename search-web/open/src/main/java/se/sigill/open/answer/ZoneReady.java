package se.sigill.open.answer;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when what is published can be read and bundles can be applied; that nothing is published yet is no fault. */
@Readiness
@Dependent
public final class ZoneReady implements HealthCheck {
    private final PublicZone zone;

    @Inject
    public ZoneReady(PublicZone zone) {
        this.zone = zone;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("zone")
                .status(zone.isWorking())
                .withData("published", zone.head().isPresent())
                .build();
    }
}
