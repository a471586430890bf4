package se.sigill.core.access;

import java.time.Instant;
import java.time.LocalDate;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.record.RecordId;

/** Acts of one record, for tests. */
final class ActsOf {
    static final RecordId RECORD = new RecordId("0123456789abcdefghjkmnpqrs");
    static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
    static final Actor ANNA = Actor.person("anna");

    private ActsOf() {}

    static Act.Sealed sealed(String authority, String classCode) {
        return new Act.Sealed(AT, ANNA, RECORD, 1, "", "ks", "1", "d", "a.txt", authority, classCode);
    }

    static Act.Restricted restricted(String target, String provision) {
        return restricted(target, provision, "secrecy", "enskilds förhållanden", "Socialnämnden");
    }

    static Act.Restricted restricted(
            String target, String provision, String category, String reason, String authority) {
        return new Act.Restricted(
                AT, ANNA, RECORD, target, category, provision, reason, authority, Facts.DAY, Facts.DAY, false);
    }

    static Act.Overridden overridden(String audience, LocalDate until) {
        return new Act.Overridden(AT, ANNA, RECORD, "OSL 10:28", audience, "duty of disclosure", until);
    }
}
