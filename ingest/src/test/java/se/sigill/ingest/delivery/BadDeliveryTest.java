package se.sigill.ingest.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.sigill.core.finding.Finding;

/** Each case is a delivery with one fault, named by what is wrong with it. */
class BadDeliveryTest {
    private static final String HEAD = "sökväg;titel;datum;riktning;sekretess;publicera;checksumma;klass\n";
    private static final String GOOD = "bra.txt;Ett bra dokument;2026-03-14;inkommen;;;;\n";

    @TempDir
    Path temp;

    /** Whether the sound item {@code bra.txt} of the delivery goes through in spite of the fault. */
    enum Rest {
        GOES_THROUGH,
        WAITS
    }

    /** @param where how the place of the finding begins; @param quarantined how many items wait for a person */
    record Case(String name, Maker maker, String code, String where, int quarantined, Rest rest) {
        @Override
        public String toString() {
            return name;
        }
    }

    interface Maker {
        Path make(Path temp) throws IOException;
    }

    static Stream<Case> tables() {
        return Stream.of(
                table("row without its file", "saknas.txt;T;;;;;;\n", "DELIVERY-FILE-MISSING", ":3", 1),
                table("two rows for one file", "bra.txt;Igen;;;;;;\n", "DELIVERY-FILE-TWICE", ":2", 1, Rest.WAITS),
                table("path that climbs out", "../hemligt.txt;T;;;;;;\n", "DELIVERY-PATH-OUTSIDE", ":3", 1),
                table("absolute path", "/etc/passwd;T;;;;;;\n", "DELIVERY-PATH-OUTSIDE", ":3", 1),
                table("path with a drive", "C:\\fil.txt;T;;;;;;\n", "DELIVERY-PATH-OUTSIDE", ":3", 1),
                table("path that climbs with backslashes", "a\\..\\..\\b;T;;;;;;\n", "DELIVERY-PATH-OUTSIDE", ":3", 1),
                table("row without a path", ";Titel utan fil;;;;;;\n", "DELIVERY-PATH-EMPTY", ":3", 1),
                other("date that is none", "annan.txt;T;2026-02-30;;;;;\n", "DELIVERY-DATE-WRONG", ":3:datum", 1),
                other(
                        "date that reads two ways",
                        "annan.txt;T;03/04/2026;;;;;\n",
                        "DELIVERY-DATE-AMBIGUOUS",
                        ":3:datum",
                        1),
                other("date in the future", "annan.txt;T;2031-01-01;;;;;\n", "DELIVERY-DATE-FUTURE", ":3:datum", 0),
                other(
                        "direction nobody knows",
                        "annan.txt;T;;åt sidan;;;;\n",
                        "DELIVERY-DIRECTION-WRONG",
                        ":3:riktning",
                        1),
                other(
                        "provision nobody knows",
                        "annan.txt;T;;;OSL 99:9;;;\n",
                        "DELIVERY-PROVISION-UNKNOWN",
                        ":3:sekretess",
                        1),
                other(
                        "provision that is no law any more",
                        "annan.txt;T;;;OSL 7:4;;;\n",
                        "DELIVERY-PROVISION-NOT-VALID",
                        ":3:sekretess",
                        1),
                other(
                        "yes instead of a provision",
                        "annan.txt;T;;;ja;;;\n",
                        "DELIVERY-PROVISION-UNKNOWN",
                        ":3:sekretess",
                        1),
                other(
                        "publish neither yes nor no",
                        "annan.txt;T;;;;kanske;;\n",
                        "DELIVERY-PUBLISH-WRONG",
                        ":3:publicera",
                        1),
                other(
                        "restricted and published",
                        "annan.txt;T;;;OSL 26:1;ja;;\n",
                        "DELIVERY-CONTRADICTION",
                        ":3:sekretess",
                        1),
                other(
                        "checksum of the wrong form",
                        "annan.txt;T;;;;;abc;\n",
                        "DELIVERY-CHECKSUM-FORM",
                        ":3:checksumma",
                        1),
                other("class nobody adopted", "annan.txt;T;;;;;;99.9\n", "DELIVERY-CLASS-UNKNOWN", ":3:klass", 1),
                other("title missing", "annan.txt;;;;;;;\n", "DELIVERY-TITLE-MISSING", ":3:titel", 0),
                other(
                        "title of a book",
                        "annan.txt;" + "x".repeat(5000) + ";;;;;;\n",
                        "DELIVERY-FIELD-LONG",
                        ":3:titel",
                        1),
                other("bell in the title", "annan.txt;Pling\u0007;;;;;;\n", "DELIVERY-FIELD-STRANGE", ":3:titel", 0),
                other("row wider than the head", "annan.txt;A;B;C;D;E;F;G;H;I\n", "DELIVERY-ROW-WIDE", ":3", 1));
    }

    static Stream<Case> heads() {
        return Stream.of(
                head("table without a path column", "titel;datum\nEtt;2026-01-01\n", "DELIVERY-HEAD-MISSING", ":1", 1),
                head(
                        "two columns of a kind",
                        "sökväg;titel;rubrik\nbra.txt;A;B\n",
                        "DELIVERY-COLUMN-TWICE",
                        ":1:rubrik",
                        1),
                head(
                        "unknown column",
                        "sökväg;titel;frimärke\nbra.txt;A;B\n",
                        "DELIVERY-COLUMN-UNKNOWN",
                        ":1:frimärke",
                        0),
                head("empty table", "", "DELIVERY-CSV-UNREADABLE", "", 1),
                head(
                        "table that is a picture",
                        "\u0089PNG\r\n\u001a\n\0\0\0\0IHDR\0\0",
                        "DELIVERY-CSV-UNREADABLE",
                        "",
                        1),
                head(
                        "quotation mark that never ends",
                        "sökväg;titel\n\"" + "a".repeat(2 << 20),
                        "DELIVERY-CSV-UNREADABLE",
                        "",
                        1),
                new Case(
                        "two tables",
                        temp -> {
                            Path folder = folder(temp, HEAD + GOOD);
                            return file(folder, "delivery.csv", "path;title\nbra.txt;T\n");
                        },
                        "DELIVERY-CSV-TWO",
                        "leverans.csv",
                        1,
                        Rest.WAITS),
                new Case(
                        "table in Windows-1252",
                        temp -> {
                            Path folder = folder(temp, "");
                            Files.write(
                                    folder.resolve("leverans.csv"),
                                    (HEAD + "bra.txt;Åtgärd;;;;;;\n").getBytes(Charset.forName("windows-1252")));
                            return folder;
                        },
                        "DELIVERY-CSV-ENCODING",
                        "leverans.csv",
                        0,
                        Rest.GOES_THROUGH));
    }

    static Stream<Case> files() {
        return Stream.of(
                listed("file nobody listed", "okänd.txt", "x", "", "DELIVERY-FILE-UNLISTED", 1),
                listed("file of 0 bytes", "tom.txt", "", "tom.txt;T;;;;;;\n", "DELIVERY-EMPTY-FILE", 1),
                listed(
                        "name with a line break",
                        "rad\nbrytning.txt",
                        "x",
                        "\"rad\nbrytning.txt\";T;;;;;;\n",
                        "DELIVERY-NAME-STRANGE",
                        0),
                listed(
                        "name that turns the reading direction",
                        "fil\u202Efdp.txt",
                        "x",
                        "fil\u202Efdp.txt;T;;;;;;\n",
                        "DELIVERY-NAME-STRANGE",
                        0),
                listed("name that Windows keeps", "CON.txt", "x", "CON.txt;T;;;;;;\n", "DELIVERY-NAME-STRANGE", 0),
                listed("what an operating system leaves", ".DS_Store", "x", "", "DELIVERY-FILE-IGNORED", 0),
                listed("zip inside", "bilagor.zip", "PK", "bilagor.zip;T;;;;;;\n", "DELIVERY-ZIP-NESTED", 0));
    }

    static Stream<Case> mails() {
        return Stream.of(
                listed("mail without a head", "brev.eml", "\nBara text.\n", "brev.eml;T;;;;;;\n", "MAIL-NO-HEAD", 1),
                listed(
                        "mailbox that is none",
                        "post.mbox",
                        "Hej på dig\n",
                        "post.mbox;T;;;;;;\n",
                        "MAIL-BOX-NO-START",
                        1),
                listed(
                        "mailbox with an empty message",
                        "post.mbox",
                        "From a Thu Jan  1 00:00:00 2026\nSubject: A\n\nHej\n\nFrom b Thu Jan  1 00:00:01 2026\n",
                        "post.mbox;T;;;;;;\n",
                        "MAIL-MESSAGE-EMPTY",
                        1),
                listed(
                        "mail with a date that is none",
                        "brev.eml",
                        "Subject: A\nDate: i går\nFrom: a@b.se\n\nHej\n",
                        "brev.eml;T;;;;;;\n",
                        "MAIL-DATE-WRONG",
                        0),
                listed(
                        "mail with two subjects",
                        "brev.eml",
                        "Subject: A\nSubject: B\nFrom: a@b.se\n\nHej\n",
                        "brev.eml;T;;;;;;\n",
                        "MAIL-FIELD-TWICE",
                        0));
    }

    static Stream<Case> folders() {
        return Stream.of(
                new Case(
                        "names that differ only in case",
                        temp -> {
                            Path folder = folder(temp, HEAD + GOOD + "Ö.txt;A;;;;;;\nö.txt;B;;;;;;\n");
                            file(folder, "Ö.txt", "1");
                            return file(folder, "ö.txt", "2");
                        },
                        "DELIVERY-NAMES-ALIKE",
                        "",
                        0,
                        Rest.GOES_THROUGH),
                new Case(
                        "row that fits two files",
                        temp -> {
                            Path folder = folder(temp, HEAD + GOOD + "Ab.txt;A;;;;;;\n");
                            file(folder, "AB.txt", "1");
                            return file(folder, "ab.txt", "2");
                        },
                        "DELIVERY-FILE-AMBIGUOUS",
                        "leverans.csv:3",
                        3,
                        Rest.GOES_THROUGH),
                new Case(
                        "symbolic link",
                        temp -> {
                            Path folder = folder(temp, HEAD + GOOD + "länk.txt;A;;;;;;\n");
                            Files.createSymbolicLink(folder.resolve("länk.txt"), Path.of("/etc/passwd"));
                            return folder;
                        },
                        "DELIVERY-FILE-LINK",
                        "länk.txt",
                        1,
                        Rest.GOES_THROUGH),
                new Case(
                        "nothing at the path",
                        temp -> temp.resolve("ingenstans"),
                        "DELIVERY-NOT-FOUND",
                        "",
                        0,
                        Rest.WAITS),
                new Case(
                        "folder with nothing in it",
                        temp -> Files.createDirectory(temp.resolve("tom")),
                        "DELIVERY-EMPTY",
                        "tom",
                        0,
                        Rest.WAITS));
    }

    static Stream<Case> zips() {
        return Stream.of(
                zip(
                        "zip cut off",
                        half(new TestZip().add("bra.txt", "bra").bytes()),
                        "DELIVERY-ZIP-BROKEN",
                        1,
                        Rest.WAITS),
                zip("zip that is a text", "Hej".getBytes(StandardCharsets.UTF_8), "DELIVERY-ZIP-BROKEN", 1, Rest.WAITS),
                zip("zip of nothing", new byte[0], "DELIVERY-ZIP-BROKEN", 1, Rest.WAITS),
                entry(
                        "entry that climbs out",
                        new TestZip.Entry("../../etc/passwd", bytes("x")),
                        "DELIVERY-PATH-OUTSIDE"),
                entry(
                        "entry that climbs with backslashes",
                        new TestZip.Entry("..\\..\\x", bytes("x")),
                        "DELIVERY-PATH-OUTSIDE"),
                entry(
                        "entry with an absolute name",
                        new TestZip.Entry("/etc/passwd", bytes("x")),
                        "DELIVERY-PATH-OUTSIDE"),
                entry("entry on a drive", new TestZip.Entry("C:/x.txt", bytes("x")), "DELIVERY-PATH-OUTSIDE"),
                entry("entry with NUL in its name", new TestZip.Entry("a\0b.txt", bytes("x")), "DELIVERY-PATH-OUTSIDE"),
                entry("entry that is a link", mode("länk", 0120777), "DELIVERY-FILE-LINK"),
                entry("entry that is a device", mode("disk", 0060777), "DELIVERY-FILE-LINK"),
                entry("entry behind a password", flags("låst.txt", 0x801), "DELIVERY-ZIP-ENCRYPTED"),
                entry("entry packed in a rare way", method("rar.txt", 14), "DELIVERY-ZIP-METHOD"),
                entry(
                        "entry that swells a thousandfold",
                        new TestZip.Entry("bomb.txt", new byte[64 << 20]),
                        "DELIVERY-ZIP-BOMB"),
                entry("entry that states terabytes", stated("stor.txt", 0xfffffff0L), "DELIVERY-ZIP-BOMB"),
                entry("entry over the bytes of another", offset("dubbel.txt", 0), "DELIVERY-ZIP-OVERLAP"),
                zip(
                        "two entries of one name",
                        new TestZip()
                                .add("bra.txt", "bra")
                                .add("x.txt", "1")
                                .add("x.txt", "2")
                                .bytes(),
                        "DELIVERY-ZIP-NAME-TWICE",
                        3,
                        Rest.GOES_THROUGH));
    }

    @ParameterizedTest
    @MethodSource({"tables", "heads", "files", "mails", "folders", "zips"})
    void saysWhatIsWrongAndLetsTheRestThrough(Case bad) throws IOException {
        Path source = bad.maker().make(temp);

        DeliveryPlan plan = reader().read(source);

        List<Finding> found = plan.allFindings().stream()
                .filter(finding -> finding.code().id().equals(bad.code()))
                .toList();
        assertFalse(found.isEmpty(), () -> "found instead: " + plan.allFindings());
        assertTrue(found.stream().anyMatch(finding -> finding.where().startsWith(bad.where())), () -> found.toString());
        assertFalse(found.getFirst().code().remedy().isBlank());
        assertEquals(bad.quarantined(), plan.quarantined().size(), () -> plan.allFindings()
                .toString());
        boolean goesThrough = plan.sound().stream().anyMatch(item -> item.path().endsWith("bra.txt"));
        assertEquals(bad.rest() == Rest.GOES_THROUGH, goesThrough, () -> plan.toString());
    }

    static DeliveryReader reader() {
        Set<String> inForce = Set.of("OSL 26:1", "OSL 21:3 a");
        Set<String> everLaw = Set.of("OSL 26:1", "OSL 21:3 a", "OSL 7:4");
        DeliveryWords words = new DeliveryWords(everLaw::contains, inForce::contains, Set.of("1.1")::contains);
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
        return new DeliveryReader(ZipLimits.ORDINARY, () -> words, Set.of("sigillkommun.se"), clock);
    }

    private static Case table(String name, String row, String code, String where, int quarantined) {
        return table(name, row, code, where, quarantined, Rest.GOES_THROUGH);
    }

    private static Case table(String name, String row, String code, String where, int quarantined, Rest rest) {
        return new Case(name, temp -> folder(temp, HEAD + GOOD + row), code, "leverans.csv" + where, quarantined, rest);
    }

    private static Case other(String name, String row, String code, String where, int quarantined) {
        return new Case(
                name,
                temp -> file(folder(temp, HEAD + GOOD + row), "annan.txt", "annan"),
                code,
                "leverans.csv" + where,
                quarantined,
                Rest.GOES_THROUGH);
    }

    private static Case head(String name, String table, String code, String where, int quarantined) {
        Rest rest = quarantined == 0 ? Rest.GOES_THROUGH : Rest.WAITS;
        return new Case(name, temp -> folder(temp, table), code, "leverans.csv" + where, quarantined, rest);
    }

    private static Case listed(String name, String file, String content, String row, String code, int quarantined) {
        return new Case(
                name,
                temp -> file(folder(temp, HEAD + GOOD + row), file, content),
                code,
                "",
                quarantined,
                Rest.GOES_THROUGH);
    }

    private static Case zip(String name, byte[] bytes, String code, int quarantined, Rest rest) {
        return new Case(name, temp -> Files.write(temp.resolve("leverans.zip"), bytes), code, "", quarantined, rest);
    }

    /** One bad entry beside a good one: the entry and the whole zip wait, the good one goes through. */
    private static Case entry(String name, TestZip.Entry bad, String code) {
        boolean isOver = bad.offset >= 0;
        byte[] bytes = new TestZip()
                .add("först.txt", "först")
                .add(bad)
                .add("bra.txt", "bra")
                .bytes();
        return zip(name, bytes, code, isOver ? 3 : 2, Rest.GOES_THROUGH);
    }

    private static TestZip.Entry mode(String name, int unixMode) {
        TestZip.Entry entry = new TestZip.Entry(name, bytes("/etc/passwd"));
        entry.unixMode = unixMode;
        return entry;
    }

    private static TestZip.Entry flags(String name, int flags) {
        TestZip.Entry entry = new TestZip.Entry(name, bytes("x"));
        entry.flags = flags;
        return entry;
    }

    private static TestZip.Entry method(String name, int method) {
        TestZip.Entry entry = new TestZip.Entry(name, bytes("x"));
        entry.method = method;
        return entry;
    }

    private static TestZip.Entry stated(String name, long size) {
        TestZip.Entry entry = new TestZip.Entry(name, bytes("x"));
        entry.statedSize = size;
        return entry;
    }

    private static TestZip.Entry offset(String name, long offset) {
        TestZip.Entry entry = new TestZip.Entry(name, bytes("först"));
        entry.offset = offset;
        return entry;
    }

    private static Path folder(Path temp, String table) throws IOException {
        assumeTrue(Files.isDirectory(temp), "no temporary folder");
        Path folder = Files.createDirectories(temp.resolve("leverans"));
        Files.writeString(folder.resolve("leverans.csv"), table);
        Files.writeString(folder.resolve("bra.txt"), "bra");
        return folder;
    }

    private static Path file(Path folder, String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
        return folder;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] half(byte[] whole) {
        return java.util.Arrays.copyOf(whole, whole.length / 2);
    }
}
