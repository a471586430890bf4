package se.sigill.app.wiring;

import java.util.List;
import java.util.Optional;
import se.sigill.core.access.Viewer;
import se.sigill.core.catalogue.Catalogue;
import se.sigill.core.log.Actor;

/** Somebody at work in the archive: who acts, and as whom they see. */
public sealed interface User {
    /** As who the user stands in acts. */
    Actor actor();

    /** As whom the user sees, by the roles in force now; empty if there is no role, and then nothing is seen. */
    List<Viewer> viewers(Catalogue catalogue);

    /** What stands before the account of the operating system in acts: no account that logs in has a colon. */
    String OF_SYSTEM = "os:";

    /**
     * The account behind an actor, as the tables of roles and delegations name it: whoever types commands as anna is
     * the anna who logs in, one person and not two.
     */
    static String account(Actor actor) {
        return actor.name().startsWith(OF_SYSTEM) ? actor.name().substring(OF_SYSTEM.length()) : actor.name();
    }

    /** The operating-system user of this process, who can read the archive's home. */
    static User operator() {
        return new OfSystem(Optional.ofNullable(System.getProperty("user.name"))
                .filter(name -> !name.isBlank())
                .orElse("unknown"));
    }

    /** An account of the operating system. One without a role sees as the operator of the archive. */
    record OfSystem(String account) implements User {
        @Override
        public Actor actor() {
            return Actor.person(OF_SYSTEM + account);
        }

        @Override
        public List<Viewer> viewers(Catalogue catalogue) {
            List<Viewer> roles = Roles.of(catalogue, account);
            return roles.isEmpty() ? List.of(new Viewer.Operator(account)) : roles;
        }
    }

    /** Somebody who logged in. One without a role sees nothing. */
    record OfStaff(String account) implements User {
        @Override
        public Actor actor() {
            return Actor.person(account);
        }

        @Override
        public List<Viewer> viewers(Catalogue catalogue) {
            return Roles.of(catalogue, account);
        }
    }

    /** A job of the server itself, such as sealing by the clock: sees nothing. */
    record OfServer(String job) implements User {
        @Override
        public Actor actor() {
            return Actor.system(job);
        }

        @Override
        public List<Viewer> viewers(Catalogue catalogue) {
            return List.of();
        }
    }
}
