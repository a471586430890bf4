package se.sigill.container;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.sigill.app.people.Account;
import se.sigill.app.people.Session;
import se.sigill.core.access.Viewer;
import se.sigill.staff.gate.Visitor;

/**
 * Somebody who asks every route.
 *
 * @param viewer as whom the rule of access knows them; empty if it knows them not
 * @param visitor as whom the policy knows them
 * @param actor as acts name them; empty if they can do nothing
 */
record Caller(String name, Optional<Viewer> viewer, Visitor visitor, String actor, Browser browser) {
    static List<Caller> all(RightsWorld world) throws IOException, InterruptedException {
        List<Caller> all = new ArrayList<>();
        for (Map.Entry<String, Viewer.Role> each : RightsWorld.accounts().entrySet()) {
            Viewer viewer = new Viewer.Staff(RightsWorld.OWN, each.getValue());
            all.add(account(world, each.getKey(), Optional.of(viewer), Set.of(each.getValue())));
        }
        all.add(account(world, RightsWorld.WITHOUT, Optional.empty(), Set.of()));
        all.add(new Caller("nobody", Optional.empty(), new Visitor.Anybody(), "", Browser.nobody()));
        String operator = System.getProperty("user.name");
        all.add(new Caller(
                "program",
                Optional.of(new Viewer.Operator(operator)),
                new Visitor.Program(),
                "person:os:" + operator,
                Browser.program()));
        return all;
    }

    private static Caller account(RightsWorld world, String name, Optional<Viewer> viewer, Set<Viewer.Role> roles)
            throws IOException, InterruptedException {
        Account account = new Account(name, name, "", "SECRET", 0, false, true, Instant.EPOCH);
        Browser browser = Browser.of(
                name, Optional.ofNullable(world.passwords().get(name)).orElseThrow());
        return new Caller(name, viewer, new Visitor.Person(new Session(account, ""), roles), "person:" + name, browser);
    }

    boolean is(Viewer.Role role) {
        return viewer.filter(each -> each instanceof Viewer.Staff staff && staff.role() == role)
                .isPresent();
    }

    @Override
    public String toString() {
        return name;
    }
}
