package se.sigill.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.sigill.app.run.Running;
import se.sigill.app.soak.FilledArchive;
import se.sigill.app.wiring.Adopting;
import se.sigill.app.wiring.Depositing;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Roles;
import se.sigill.core.access.Access;
import se.sigill.core.access.RecordFacts;
import se.sigill.core.access.Viewer;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.record.RecordId;
import se.sigill.formats.PlainFormats;
import se.sigill.ingest.spool.Deposit;
import se.sigill.ingest.spool.Receipt;

/**
 * An archive with a record of every kind of each of two boards, and an account for every role at the first of them.
 *
 * @param access the rule in force
 * @param passwords of the accounts, by name
 */
record RightsWorld(List<Planted> records, Access access, LocalDate day, Map<String, String> passwords) {
    static final String OWN = "Kommunstyrelsen";
    static final String OTHER = "Byggnadsnämnden";

    /** A word of every text. */
    static final String COMMON = "gemensamt";

    /** An account without a role. */
    static final String WITHOUT = "utan";

    RightsWorld {
        records = List.copyOf(records);
        passwords = Map.copyOf(passwords);
    }

    /** What was decided of a record. */
    enum Kind {
        PUBLISHABLE("1.6"),
        OPEN("1.6"),
        UNDECIDED("1.6"),
        /** Undecided, and its class says that even its existence is a secret. */
        HIDDEN("2.4"),
        RESTRICTED("1.6"),
        RESTRICTED_HIDDEN("1.6");

        private final String classCode;

        Kind(String classCode) {
            this.classCode = classCode;
        }

        boolean isOpen() {
            return this == PUBLISHABLE || this == OPEN;
        }

        boolean isHidden() {
            return this == HIDDEN || this == RESTRICTED_HIDDEN;
        }
    }

    /**
     * A record, and the words by which a page that tells of it is known.
     *
     * @param gap the act that opened its gap
     */
    record Planted(
            String board,
            Kind kind,
            RecordId id,
            String diary,
            String title,
            String text,
            long gap,
            RecordFacts facts) {
        @Override
        public String toString() {
            return kind + " of " + board;
        }
    }

    static RightsWorld make() throws IOException {
        Running _ = Archives.founded();
        Path folder = delivery(ServerFolder.top().resolve("rights"));
        Map<String, String> passwords = new TreeMap<>();
        for (String name : accounts().keySet()) {
            passwords.put(name, Archives.account(name));
        }
        passwords.put(WITHOUT, Archives.account(WITHOUT));
        try (OpenArchive archive = Archives.opened()) {
            new FilledArchive(archive, 1).adoptRules("1");
            archive.archive().decide(List.of(new Adopting(archive).act(Roles.KIND, "sigill", "1", roles())));
            archive.catchUp();
            Map<String, RecordId> taken = takeIn(archive, folder);
            Map<String, Long> gaps = decide(archive, taken);
            archive.catchUp();
            List<Planted> records = new ArrayList<>();
            for (Place place : Place.all()) {
                CatalogueRecord entry =
                        archive.catalogue().find(taken.get(place.file())).orElseThrow();
                assertEquals(place.board(), entry.authority());
                records.add(new Planted(
                        place.board(),
                        place.kind(),
                        entry.id(),
                        place.diary(),
                        place.title(),
                        place.text(),
                        gaps.get(place.file()),
                        entry.facts(archive.rules().plan())));
            }
            return new RightsWorld(records, archive.rules().access(), archive.today(), passwords);
        }
    }

    /** A record that is to be: the texts of each have letters that stand in no other. */
    private record Place(String board, Kind kind) {
        static List<Place> all() {
            List<Place> all = new ArrayList<>();
            for (String board : List.of(OWN, OTHER)) {
                for (Kind kind : Kind.values()) {
                    all.add(new Place(board, kind));
                }
            }
            return all;
        }

        private String sign() {
            return "bdfghk".charAt(kind.ordinal()) + (board.equals(OWN) ? "aja" : "ojo") + "slut";
        }

        String file() {
            return sign() + ".txt";
        }

        String diary() {
            return "DNR 2026/" + (board.equals(OWN) ? 4100 : 5200) + kind.ordinal();
        }

        String title() {
            return "Titelord" + sign();
        }

        String text() {
            return "textord" + sign();
        }
    }

    private static Path delivery(Path folder) throws IOException {
        Files.createDirectories(folder);
        StringBuilder table = new StringBuilder("sökväg;titel;myndighet;diarienummer;klass;datum\n");
        for (Place place : Place.all()) {
            Files.writeString(folder.resolve(place.file()), "Detta är " + COMMON + " med " + place.text() + ".\n");
            table.append(String.join(
                            ";",
                            place.file(),
                            place.title(),
                            place.board(),
                            place.diary(),
                            place.kind().classCode,
                            "2026-03-02"))
                    .append('\n');
        }
        Files.writeString(folder.resolve("leverans.csv"), table);
        return folder;
    }

    /** The account of every role. */
    static Map<String, Viewer.Role> accounts() {
        Map<String, Viewer.Role> accounts = new TreeMap<>();
        for (Viewer.Role role : Viewer.Role.values()) {
            accounts.put(role.word(), role);
        }
        return accounts;
    }

    private static String roles() {
        StringBuilder table = new StringBuilder("account,authority,role\n");
        accounts().forEach((name, role) -> table.append(name)
                .append(',')
                .append(OWN)
                .append(',')
                .append(role.word())
                .append('\n'));
        return table.toString();
    }

    private static Map<String, RecordId> takeIn(OpenArchive archive, Path folder) {
        try (Depositing depositing = new Depositing(archive, new PlainFormats())) {
            if (!(depositing.receive(folder, "prov") instanceof Deposit.Received(Receipt receipt))) {
                throw new AssertionError("the delivery was refused");
            }
            return depositing.takeIn(receipt.delivery()).records();
        }
    }

    /** @return the act that opened the gap of each, by file */
    private static Map<String, Long> decide(OpenArchive archive, Map<String, RecordId> taken) {
        Instant now = archive.clock().instant();
        Actor clerk = Actor.person("beslutare");
        Map<String, Long> gaps = new TreeMap<>();
        for (Place place : Place.all()) {
            RecordId id = taken.get(place.file());
            List<Act.OfRecord> acts = new ArrayList<>();
            acts.add(new Act.GapOpened(now, clerk, id, "RENEW-ENGINE-MISSING", "", "waits for an engine", ""));
            switch (place.kind()) {
                case PUBLISHABLE -> acts.add(new Act.Assessed(now, clerk, id, true, true, "prövad"));
                case OPEN -> acts.add(new Act.Assessed(now, clerk, id, true, false, "prövad"));
                case UNDECIDED, HIDDEN -> {}
                case RESTRICTED, RESTRICTED_HIDDEN ->
                    acts.add(new Act.Restricted(
                            now,
                            clerk,
                            id,
                            "record",
                            "secrecy",
                            "OSL 18:1",
                            "skäl",
                            place.board(),
                            archive.today(),
                            archive.today(),
                            place.kind() == Kind.RESTRICTED_HIDDEN));
            }
            gaps.put(place.file(), archive.archive().decide(acts).first());
        }
        return gaps;
    }
}
