package se.sigill.open.answer;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** What every answer tells the browser: load nothing from elsewhere, run nothing, guess nothing, tell nobody. */
@Provider
public final class SafeHeaders implements ContainerResponseFilter {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";

    /** The screen in the hall has one script, which closes what somebody leaves. */
    private static final String POLICY_AT_TERMINAL = POLICY + "; script-src 'self'";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        if (Visit.current().isAtTerminal()) {
            headers.putSingle("Content-Security-Policy", POLICY_AT_TERMINAL);
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        } else {
            headers.putSingle("Content-Security-Policy", POLICY);
        }
        headers.putSingle("X-Content-Type-Options", "nosniff");
        // Pages with a form have said already that this site itself may know.
        headers.putIfAbsent("Referrer-Policy", List.of("no-referrer"));
        headers.putSingle("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        headers.putSingle("Cross-Origin-Opener-Policy", "same-origin");
        headers.putSingle("Cross-Origin-Resource-Policy", "same-origin");
        headers.putSingle("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    }
}
