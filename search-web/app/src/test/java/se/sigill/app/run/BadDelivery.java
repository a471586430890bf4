package se.sigill.app.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A delivery with one fault, written to a folder of its own, and what the archive must make of it.
 *
 * @param name what is wrong with it
 * @param code the finding that must be told, at the item or at the delivery
 * @param waiting how many items must wait in quarantine
 * @param good whether the sound document of the delivery must be taken in
 * @param kept contents that must lie in the archive or in quarantine afterwards, besides that document
 */
record BadDelivery(String name, Writer writer, String code, Rest rest, int waiting, boolean good, List<byte[]> kept) {
    static final String HEAD = "sökväg;titel;datum;riktning;sekretess;publicera;checksumma;klass\n";

    /** What becomes of the delivery as a whole. */
    enum Rest {
        RECEIVED,
        REFUSED
    }

    /** Makes a delivery in an empty folder. @return the path to deposit */
    interface Writer {
        Path write(Path folder) throws IOException;
    }

    /** The text of the sound document: one of its own in each delivery, for equal ones would be redeliveries. */
    static String sound(String name) {
        return "Ett bra dokument beside: " + name + "\n";
    }

    @Override
    public String toString() {
        return name;
    }

    /** A row more than the sound one, about a file that is there. */
    static BadDelivery row(String name, String row, String code, int waiting) {
        return listed(name, "annan.txt", bytes("annan: " + name), "annan.txt;" + row, code, waiting);
    }

    /** A row more than the sound one, about a file that is not there. */
    static BadDelivery lost(String name, String row, String code) {
        return new BadDelivery(
                name,
                folder -> table(folder, name, HEAD + soundRow() + row + "\n"),
                code,
                Rest.RECEIVED,
                1,
                true,
                List.of());
    }

    /** A file more than the sound one, and its row; no row if that is empty. */
    static BadDelivery listed(String name, String file, byte[] content, String row, String code, int waiting) {
        Writer writer = folder -> {
            table(folder, name, HEAD + soundRow() + (row.isEmpty() ? "" : row + "\n"));
            Files.write(folder.resolve(file), content);
            return folder;
        };
        List<byte[]> kept = content.length == 0 || code.equals("DELIVERY-FILE-IGNORED") ? List.of() : List.of(content);
        return new BadDelivery(name, writer, code, Rest.RECEIVED, waiting, true, kept);
    }

    /** A table that is itself wrong. */
    static BadDelivery head(String name, byte[] table, String code, boolean good) {
        Writer writer = folder -> {
            table(folder, name, "");
            Files.write(folder.resolve("leverans.csv"), table);
            return folder;
        };
        return new BadDelivery(name, writer, code, Rest.RECEIVED, good ? 0 : 1, good, List.of(bytes(sound(name))));
    }

    static BadDelivery zip(String name, byte[] zip, String code, int waiting, boolean good, byte[]... kept) {
        return new BadDelivery(
                name,
                folder -> Files.write(folder.resolve("leverans.zip"), zip),
                code,
                Rest.RECEIVED,
                waiting,
                good,
                List.of(kept));
    }

    static BadDelivery refused(String name, Writer writer, String code) {
        return new BadDelivery(name, writer, code, Rest.REFUSED, 0, false, List.of());
    }

    static Path table(Path folder, String name, String table) throws IOException {
        Files.writeString(folder.resolve("leverans.csv"), table);
        Files.writeString(folder.resolve("bra.txt"), sound(name));
        return folder;
    }

    static String soundRow() {
        return "bra.txt;Ett bra dokument;2026-03-14;inkommen;;;;\n";
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A zip of names and contents in turn, deflated; its first member is the sound document. */
    static byte[] zipOf(String name, Object... members) throws IOException {
        List<Object> all = new ArrayList<>(List.of("bra.txt", bytes(sound(name))));
        all.addAll(List.of(members));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < all.size(); i += 2) {
                zip.putNextEntry(new ZipEntry((String) all.get(i)));
                zip.write((byte[]) all.get(i + 1));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** A zip of one member of nothing but zeros. */
    static byte[] swelling(int mebibytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("bomb.txt"));
            for (int i = 0; i < mebibytes; i++) {
                zip.write(new byte[1 << 20]);
            }
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    /** The same bytes with one text in the place of another of the same length, wherever it stands. */
    static byte[] patched(byte[] zip, String from, String to) {
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The same zip with the flag of encryption on its last member, in both places where it is told. */
    static byte[] locked(byte[] zip) {
        byte[] bytes = zip.clone();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[text.lastIndexOf("PK\3\4") + 6] |= 1;
        bytes[text.lastIndexOf("PK\1\2") + 8] |= 1;
        return bytes;
    }
}
