package se.sigill.open;

import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** The application that the server runs; {@code web.xml} names it. */
public final class Site extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Routes.all();
    }

    /** What comes with the server stays out, but for what {@link Routes} lists. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jakarta.ws.rs.loadServices", false);
    }
}
