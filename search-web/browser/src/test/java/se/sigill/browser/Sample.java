package se.sigill.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.sigill.app.outward.ZoneHere;
import se.sigill.app.run.Running;
import se.sigill.app.soak.FilledArchive;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Sealing;
import se.sigill.core.archive.Surroundings;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.core.json.Json;

/**
 * A small archive in which every page has something to show: a mail with so much text that it goes on on a second page,
 * records that anybody may read and some that nobody has assessed, one restricted, one in quarantine, gaps.
 *
 * @param letter id of the mail, which is public and of class 1.4
 * @param guarded id of the restricted record, of which the public sees a notice
 * @param drawn id of a record of pages that are drawn
 * @param entry the file in which the open zone keeps the mail's entry
 * @param text the file in which the archive keeps the mail's text
 * @param outside the home of the open zone
 */
record Sample(String letter, String guarded, String drawn, Path entry, Path text, OutsideHome outside) {
    /** A word that stands in the mail and in no other record. */
    static final String WORD = "kvarndammen";

    /** The case of the mail. */
    static final String CASE = "KS 2026/500";

    /** The number of the mail. */
    static final String FIRST_NUMBER = "KS 2026/501";

    /** The authority of all records that are delivered. */
    static final String AUTHORITY = "Kommunstyrelsen";

    /** What the mail's file is called. */
    static final String LETTER_FILE = "brev.eml";

    /** What stands on the last page of the mail's text, and on no other. */
    static final String LAST_PAGE = "i bilaga 3";

    private static final int OTHERS = 30;
    private static final int SEED = 41;
    private static final int ATTACHMENTS = 3;
    private static final int SENTENCES = 240;

    /** So many pages of text do not fit on one page of the site. */
    static final String LETTER = written();

    /** One page with a rectangle. */
    private static final String DRAWING = """
            %PDF-1.4
            1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
            2 0 obj << /Type /Pages /Count 1 /Kids [ 3 0 R ] >> endobj
            3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Contents 4 0 R >> endobj
            4 0 obj << /Length 19 >> stream
            100 100 300 200 re f
            endstream endobj
            trailer << /Root 1 0 R >>
            """;

    /** Ids that are nobody's, for whoever only wants to know which pages there are. */
    static Sample nobodys() {
        return new Sample("a", "b", "c", Path.of("a"), Path.of("b"), new OutsideHome(Path.of("c")));
    }

    /** Fills an archive that is founded, seals it and tells the open zone. */
    static Sample in(Running running, Path folder) throws IOException {
        try (OpenArchive archive = open(running)) {
            FilledArchive filled = new FilledArchive(archive, SEED);
            filled.adoptRules("1");
            var _ = filled.takeIn(OTHERS);
        }
        List<Json.Obj> lines = running.type(
                        "deposit",
                        "--json",
                        "--system",
                        "provning",
                        delivery(folder).toString())
                .expect(0, 1, 2, 3)
                .json();
        Map<String, String> ids = lines.stream()
                .filter(line -> line.members().containsKey("record")
                        && !line.text("record").isEmpty())
                .collect(Collectors.toMap(
                        line -> Path.of(line.text("path")).getFileName().toString(),
                        line -> line.text("record"),
                        (first, _) -> first));
        try (OpenArchive archive = open(running)) {
            archive.catchUp();
            new Sealing(archive).seal();
            ZoneHere.of(archive).tell();
        }
        if (!ids.keySet().containsAll(List.of(LETTER_FILE, "vard.txt", "ritning.pdf"))) {
            throw new AssertionError("the sample was not taken in as it should: " + lines);
        }
        String letter = id(ids, LETTER_FILE);
        Path outside =
                ConfigReader.read(new Home(running.home()).config()).servers().outside();
        return new Sample(
                letter,
                id(ids, "vard.txt"),
                id(ids, "ritning.pdf"),
                file(outside, each -> each.endsWith(letter + "/entry.json")),
                file(new Home(running.home()).archive(), each -> each.endsWith("metadata/text.txt") && has(each, WORD)),
                Answering.in(new OutsideHome(outside)));
    }

    private static String id(Map<String, String> ids, String file) {
        return ids.getOrDefault(file, "");
    }

    private static Path file(Path folder, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(wanted).findFirst().orElseThrow(() -> new AssertionError("not in " + folder));
        }
    }

    private static boolean has(Path file, String word) {
        try {
            return Files.readString(file).contains(word);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OpenArchive open(Running running) {
        Home home = new Home(running.home());
        return OpenArchive.open(
                new Surroundings(home, ConfigReader.read(home.config()), Clock.systemUTC(), new SecureRandom()));
    }

    private static Path delivery(Path folder) throws IOException {
        Path delivery = Files.createDirectories(folder.resolve("leverans"));
        Files.writeString(delivery.resolve(LETTER_FILE), LETTER);
        Files.writeString(delivery.resolve("protokoll.txt"), "Mötet öppnas.\nMötet avslutas.\n");
        Files.writeString(delivery.resolve("vard.txt"), "En uppgift om någon enskild.\n");
        Files.writeString(delivery.resolve("fraga.txt"), "Är bryggan öppen på söndag?\n");
        Files.writeString(delivery.resolve("odaterad.txt"), "Ingen vet när.\n");
        Files.writeString(delivery.resolve("ritning.pdf"), DRAWING);
        Files.writeString(
                delivery.resolve("leverans.csv"),
                String.join(
                        "\n",
                        "sökväg;titel;diarienummer;datum;riktning;handlingstyp;myndighet;ärende;klass;sekretess",
                        LETTER_FILE + ";Yttrande om vattnet;KS 2026/501;2026-11-02;inkommen;Remissvar;" + AUTHORITY
                                + ";" + CASE + ";1.4;",
                        "protokoll.txt;Fastighetsdeklarationsunderlagsgranskningsprotokoll;KS 2026/502;2026-11-02;"
                                + "upprättad;Protokoll;" + AUTHORITY + ";" + CASE + ";1.1;",
                        "vard.txt;Anteckning;KS 2026/503;2026-11-03;upprättad;;" + AUTHORITY + ";;1.7;OSL 26:1",
                        "fraga.txt;Fråga om bryggan;KS 2026/504;2026-11-03;inkommen;Brev;" + AUTHORITY + ";;2.7;",
                        "ritning.pdf;Ritning av bryggan;KS 2026/506;2026-11-03;inkommen;Ritning;" + AUTHORITY
                                + ";;1.4;",
                        "odaterad.txt;Utan dag;KS 2026/505;någon gång;inkommen;Brev;" + AUTHORITY + ";;2.7;",
                        ""));
        return delivery;
    }

    private static String written() {
        StringBuilder mail = new StringBuilder(String.join(
                "\r\n",
                "From: Ingrid Ek <ingrid@byalaget.example>",
                "To: kommun@lindhult.example",
                "Subject: Yttrande",
                "Date: Mon, 02 Nov 2026 09:00:00 +0100",
                "Message-ID: <yttrande@byalaget.example>",
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=\"grans\"",
                "",
                ""));
        part(mail, "", "Vi vill att " + WORD + " lagas före vintern.\r\n");
        for (int i = 1; i <= ATTACHMENTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = 1; n <= SENTENCES; n++) {
                text.append("Mätning ")
                        .append(n)
                        .append(" i bilaga ")
                        .append(i)
                        .append(": vattnet stod högt, och luckan var stängd sedan kvällen före.\r\n");
            }
            part(mail, "bilaga-" + i + ".txt", text.toString());
        }
        return mail.append("--grans--\r\n").toString();
    }

    private static void part(StringBuilder mail, String name, String text) {
        mail.append("--grans\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n");
        if (!name.isEmpty()) {
            mail.append("Content-Disposition: attachment; filename=\"")
                    .append(name)
                    .append("\"\r\n");
        }
        mail.append("\r\n").append(text).append("\r\n");
    }
}
