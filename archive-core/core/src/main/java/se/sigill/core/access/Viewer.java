package se.sigill.core.access;

import java.util.Locale;

/** Who looks. */
public sealed interface Viewer {

    /** Anyone: no name, no account. */
    record Public() implements Viewer {}

    /** A person on the staff of one authority, in one role. */
    record Staff(String authority, Role role) implements Viewer {}

    /**
     * The operating-system user who runs commands in the archive's own home. Operates the archive: knows of every
     * record and its register entry, reads what nobody has restricted, and reads restricted content no more than
     * others do.
     */
    record Operator(String name) implements Viewer {}

    /** What a person on the staff is there for. */
    enum Role {
        /** Takes in, describes, preserves (arkivarie). */
        ARCHIVIST,
        /** Registers, finds and coordinates requests (registrator). */
        REGISTRAR,
        /** Assesses and decides by delegation (prövare). */
        DECISION_MAKER,
        /** Inspects for the archival authority (tillsyn). */
        INSPECTOR,
        /** Runs the application: users, keys, backup; reads nothing restricted. */
        ADMINISTRATOR;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
