package se.sigill.app.run;

import static se.sigill.app.run.BadDelivery.HEAD;
import static se.sigill.app.run.BadDelivery.bytes;
import static se.sigill.app.run.BadDelivery.head;
import static se.sigill.app.run.BadDelivery.listed;
import static se.sigill.app.run.BadDelivery.locked;
import static se.sigill.app.run.BadDelivery.lost;
import static se.sigill.app.run.BadDelivery.patched;
import static se.sigill.app.run.BadDelivery.refused;
import static se.sigill.app.run.BadDelivery.row;
import static se.sigill.app.run.BadDelivery.sound;
import static se.sigill.app.run.BadDelivery.soundRow;
import static se.sigill.app.run.BadDelivery.swelling;
import static se.sigill.app.run.BadDelivery.table;
import static se.sigill.app.run.BadDelivery.zip;
import static se.sigill.app.run.BadDelivery.zipOf;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import se.sigill.app.run.BadDelivery.Rest;

/** Every kind of bad delivery that a source system or a clerk has been seen to make, or an attacker would. */
final class BadDeliveries {
    private static final String ZEROS = "0".repeat(64);

    private BadDeliveries() {}

    static List<BadDelivery> all() throws IOException {
        List<BadDelivery> all = new ArrayList<>(rows());
        all.addAll(tables());
        all.addAll(files());
        all.addAll(mails());
        all.addAll(zips());
        all.addAll(documents());
        all.addAll(wholes());
        return all;
    }

    private static List<BadDelivery> rows() {
        return List.of(
                lost("row without its file", "saknas.txt;T;;;;;;", "DELIVERY-FILE-MISSING"),
                lost("path that climbs out", "../../etc/passwd;T;;;;;;", "DELIVERY-PATH-OUTSIDE"),
                lost("absolute path", "/etc/passwd;T;;;;;;", "DELIVERY-PATH-OUTSIDE"),
                lost("row without a path", ";Titel utan fil;;;;;;", "DELIVERY-PATH-EMPTY"),
                row("wrong checksum", "T;;;;;" + ZEROS + ";", "DELIVERY-CHECKSUM-DIFFERS", 1),
                row("checksum of no form", "T;;;;;abc;", "DELIVERY-CHECKSUM-FORM", 1),
                row("date that is none", "T;2026-02-30;;;;;", "DELIVERY-DATE-WRONG", 1),
                row("date that reads two ways", "T;03/04/2026;;;;;", "DELIVERY-DATE-AMBIGUOUS", 1),
                row("date in the future", "T;2091-01-01;;;;;", "DELIVERY-DATE-FUTURE", 0),
                row("direction nobody knows", "T;;åt sidan;;;;", "DELIVERY-DIRECTION-WRONG", 1),
                row("unknown provision", "T;;;OSL 99:9;;;", "DELIVERY-PROVISION-UNKNOWN", 1),
                row("unknown class", "T;;;;;;99.9", "DELIVERY-CLASS-UNKNOWN", 1),
                row("restricted and published", "T;;;OSL 26:1;ja;;", "DELIVERY-CONTRADICTION", 1),
                row("publish neither yes nor no", "T;;;;kanske;;", "DELIVERY-PUBLISH-WRONG", 1),
                row("title missing", ";;;;;;", "DELIVERY-TITLE-MISSING", 0),
                row("title of a book", "x".repeat(5000) + ";;;;;;", "DELIVERY-FIELD-LONG", 1),
                row("row wider than the head", "A;;;;;;;H;I", "DELIVERY-ROW-WIDE", 1));
    }

    private static List<BadDelivery> tables() {
        return List.of(
                twice(),
                head("empty table", new byte[0], "DELIVERY-CSV-UNREADABLE", false),
                head(
                        "table that is a picture",
                        bytes("\u0089PNG\r\n\u001a\n\0\0\0\0IHDR\0\0"),
                        "DELIVERY-CSV-UNREADABLE",
                        false),
                head(
                        "table without a path column",
                        bytes("titel;datum\nEtt;2026-01-01\n"),
                        "DELIVERY-HEAD-MISSING",
                        false),
                head(
                        "two columns of a kind",
                        bytes("sökväg;titel;rubrik\nbra.txt;A;B\n"),
                        "DELIVERY-COLUMN-TWICE",
                        false),
                head("unknown column", bytes("sökväg;titel;frimärke\nbra.txt;A;B\n"), "DELIVERY-COLUMN-UNKNOWN", true),
                head(
                        "table in Windows-1252",
                        (HEAD + "bra.txt;Åtgärd;;;;;;\n").getBytes(Charset.forName("windows-1252")),
                        "DELIVERY-CSV-ENCODING",
                        true));
    }

    private static BadDelivery twice() {
        String name = "two rows for one file";
        return new BadDelivery(
                name,
                folder -> table(folder, name, HEAD + soundRow() + "bra.txt;Igen;;;;;;\n"),
                "DELIVERY-FILE-TWICE",
                Rest.RECEIVED,
                1,
                false,
                List.of(bytes(sound(name))));
    }

    private static List<BadDelivery> files() {
        byte[] text = bytes("Text i en fil.\n");
        return List.of(
                listed("file nobody listed", "okänd.txt", bytes("olistad"), "", "DELIVERY-FILE-UNLISTED", 1),
                listed("file of 0 bytes", "tom.txt", new byte[0], "tom.txt;T;;;;;;", "DELIVERY-EMPTY-FILE", 1),
                listed(
                        "name with a line break",
                        "rad\nbrytning.txt",
                        text,
                        "\"rad\nbrytning.txt\";T;;;;;;",
                        "DELIVERY-NAME-STRANGE",
                        0),
                listed(
                        "name that turns the reading direction",
                        "fil\u202Efdp.txt",
                        text,
                        "fil\u202Efdp.txt;T;;;;;;",
                        "DELIVERY-NAME-STRANGE",
                        0),
                listed("what an operating system leaves", ".DS_Store", text, "", "DELIVERY-FILE-IGNORED", 0),
                link("symbolic link to a secret", Path.of("/etc/passwd")),
                link("symbolic link in a circle", Path.of(".")));
    }

    private static BadDelivery link(String name, Path target) {
        return new BadDelivery(
                name,
                folder -> {
                    table(folder, name, HEAD + soundRow() + "länk.txt;T;;;;;;\n");
                    Files.createSymbolicLink(folder.resolve("länk.txt"), target);
                    return folder;
                },
                "DELIVERY-FILE-LINK",
                Rest.RECEIVED,
                1,
                true,
                List.of());
    }

    private static List<BadDelivery> mails() {
        String one = "Subject: Ett\nFrom: a@example.se\nDate: Tue, 3 Mar 2026 09:12:00 +0100\n\nHej\n\n";
        String torn = "Subject: Av\nFrom: a@example.se\nDate: Tue, 3 Mar 2026 09:13:00 +0100\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/mixed; boundary=q\n\n--q\n\nhalva bre";
        String from = "From a Tue Mar  3 09:12:00 2026\n";
        return List.of(
                listed(
                        "mail without a head",
                        "brev.eml",
                        bytes("\nBara text.\n"),
                        "brev.eml;T;;;;;;",
                        "MAIL-NO-HEAD",
                        1),
                listed(
                        "mail with a date that is none",
                        "brev.eml",
                        bytes("Subject: A\nDate: i går\nFrom: a@b.se\n\nHej\n"),
                        "brev.eml;T;;;;;;",
                        "MAIL-DATE-WRONG",
                        0),
                listed(
                        "mailbox that is none",
                        "post.mbox",
                        bytes("Hej på dig\n"),
                        "post.mbox;T;;;;;;",
                        "MAIL-BOX-NO-START",
                        1),
                box("mailbox with an empty message", from + one + from, "MAIL-MESSAGE-EMPTY", 1, one),
                box("mailbox cut in the middle", from + one + from + torn, "FORMAT-DAMAGED", 0, one, torn));
    }

    private static BadDelivery box(String name, String box, String code, int waiting, String... messages) {
        List<byte[]> kept = new ArrayList<>();
        for (String message : messages) {
            kept.add(bytes(message));
        }
        return new BadDelivery(
                name,
                folder -> {
                    table(folder, name, HEAD + soundRow() + "post.mbox;T;;;;;;\n");
                    Files.write(folder.resolve("post.mbox"), bytes(box));
                    return folder;
                },
                code,
                Rest.RECEIVED,
                waiting,
                true,
                kept);
    }

    private static List<BadDelivery> zips() throws IOException {
        byte[] other = bytes("annan");
        byte[] whole = zipOf("zip cut off", "annan.txt", other);
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        byte[] bomb = zipOf("zip bomb", "bomb.txt", new byte[64 << 20]);
        byte[] locked = locked(zipOf("encrypted zip", "låst.txt", other));
        byte[] outside = zipOf("zip that climbs out", "../../../etc/passwd", other);
        byte[] pair = zipOf("two members of one name", "x1.txt", bytes("1"), "x2.txt", bytes("2"));
        byte[] twice = patched(pair, "x2.txt", "x1.txt");
        byte[] inner = zipOf("inner", "annan.txt", other);
        byte[] broken = zipOf(
                "zip with a broken member", "annan.txt", "slumpvis ".repeat(500).getBytes(Charset.forName("UTF-8")));
        broken[new String(broken, Charset.forName("ISO-8859-1")).lastIndexOf("PK\3\4") + 45] ^= 0x55;
        return List.of(
                zip("zip cut off", cut, "DELIVERY-ZIP-BROKEN", 1, false, cut),
                zip("zip with a broken member", broken, "DELIVERY-ZIP-BROKEN", 2, true, broken),
                zip("zip bomb", bomb, "DELIVERY-ZIP-BOMB", 2, true, bomb),
                zip("encrypted zip", locked, "DELIVERY-ZIP-ENCRYPTED", 2, true, locked),
                zip("zip that climbs out", outside, "DELIVERY-PATH-OUTSIDE", 2, true, outside),
                zip("two members of one name", twice, "DELIVERY-ZIP-NAME-TWICE", 3, true, twice),
                zip(
                        "zip in a zip",
                        zipOf("zip in a zip", "bilagor.zip", inner),
                        "DELIVERY-ZIP-NESTED",
                        0,
                        true,
                        inner));
    }

    /** Documents that are records, whatever an engine meets in them: each has a gap. */
    private static List<BadDelivery> documents() throws IOException {
        StringBuilder laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a0 \"haha\">");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        byte[] bomb = swelling(600);
        return List.of(
                listed(
                        "billion laughs",
                        "skratt.xml",
                        bytes(laughs + "]><d>&a11;</d>"),
                        "skratt.xml;T;;;;;;",
                        "FORMAT-DAMAGED",
                        0),
                listed("bomb that is a record", "bilagor.zip", bomb, "bilagor.zip;T;;;;;;", "FORMAT-BOMB", 0),
                listed(
                        "text without end",
                        "lång.txt",
                        bytes("rad med text\n".repeat(500_000)),
                        "lång.txt;T;;;;;;",
                        "FORMAT-TEXT-LIMIT",
                        0),
                listed(
                        "PDF without its rest",
                        "trasig.pdf",
                        bytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer"),
                        "trasig.pdf;T;;;;;;",
                        "FORMAT-DAMAGED",
                        0));
    }

    /** Deliveries of which nothing can be received. */
    private static List<BadDelivery> wholes() {
        return List.of(
                refused("nothing at the path", folder -> folder.resolve("ingenstans"), "DELIVERY-NOT-FOUND"),
                refused("folder with nothing in it", folder -> folder, "DELIVERY-EMPTY"),
                refused("more than the disk holds", BadDeliveries::larger, "DELIVERY-DISK-FULL"));
    }

    /** A sparse file: it says that it is larger than the whole disk, whatever others free on it, and takes none of it. */
    private static Path larger(Path folder) throws IOException {
        Path file = folder.resolve("stor.bin");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(Files.getFileStore(folder).getTotalSpace() + 1);
        }
        return file;
    }
}
