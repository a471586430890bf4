package se.sigill.staff.gate;

import java.security.Principal;
import java.util.Set;
import se.sigill.app.people.Session;
import se.sigill.app.wiring.User;
import se.sigill.core.access.Viewer;

/** Who asks. */
public sealed interface Visitor extends Principal {
    /** The columns of the policy that count for this visitor. */
    Set<String> columns();

    /** Nobody who has logged in. */
    record Anybody() implements Visitor {
        @Override
        public Set<String> columns() {
            return Set.of("anybody");
        }

        @Override
        public String getName() {
            return "";
        }
    }

    /** A program on this machine that showed the token: acts as the operator of the archive. */
    record Program() implements Visitor {
        @Override
        public Set<String> columns() {
            return Set.of("token");
        }

        @Override
        public String getName() {
            return "token";
        }

        public User user() {
            return User.operator();
        }
    }

    /**
     * Somebody who logged in.
     *
     * @param roles those in force at this request, of whatever authority; empty while the second factor is missing
     */
    record Person(Session session, Set<Viewer.Role> roles) implements Visitor {
        public Person {
            roles = Set.copyOf(roles);
        }

        @Override
        public Set<String> columns() {
            Set<String> columns = new java.util.TreeSet<>(Set.of("account"));
            roles.forEach(role -> columns.add(role.word()));
            return columns;
        }

        @Override
        public String getName() {
            return session.account().name();
        }

        public User user() {
            return new User.OfStaff(getName());
        }
    }
}
