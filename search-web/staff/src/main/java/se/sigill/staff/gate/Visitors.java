package se.sigill.staff.gate;

import jakarta.ws.rs.core.SecurityContext;

/** The visitor that {@link Doorkeeper} told. */
public final class Visitors {
    private Visitors() {}

    /** Anybody, where nobody was told. */
    public static Visitor of(SecurityContext context) {
        return context.getUserPrincipal() instanceof Visitor visitor ? visitor : new Visitor.Anybody();
    }

    /** @throws IllegalStateException if it is not a person: the policy lets no other to the resource */
    public static Visitor.Person person(SecurityContext context) {
        if (of(context) instanceof Visitor.Person person) {
            return person;
        }
        throw new IllegalStateException("this resource is for people who have logged in");
    }
}
