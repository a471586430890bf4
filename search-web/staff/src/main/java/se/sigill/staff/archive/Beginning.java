package se.sigill.staff.archive;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Singleton;

/**
 * Begins to open the archive the moment the server has read the web archive, seconds before it has made resources and
 * pages of it: the one does not need the other. Every bean that asks for the running archive is given this one.
 */
public final class Beginning implements Extension {
    private final RunningArchive archive = new RunningArchive();

    void begin(@Observes BeforeBeanDiscovery event) {
        archive.start();
    }

    void give(@Observes AfterBeanDiscovery event) {
        event.<RunningArchive>addBean()
                .types(RunningArchive.class)
                .scope(Singleton.class)
                .createWith(_ -> archive);
    }

    void end(@Observes Shutdown event) {
        archive.stop();
    }
}
