package se.sigill.open.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import se.sigill.core.bundle.BundleWriter;
import se.sigill.core.bundle.LogGrowth;
import se.sigill.core.bundle.Manifest;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.fact.Notice;
import se.sigill.core.fact.PublicEntry;
import se.sigill.core.fact.PublicFile;
import se.sigill.core.fact.PublicPart;
import se.sigill.core.fact.PublicRecord;
import se.sigill.core.text.ExtractedText;
import se.sigill.core.text.TextFile;
import se.sigill.core.text.TextPage;
import se.sigill.core.text.TextPart;
import se.sigill.core.tlog.NoteKey;
import se.sigill.core.tlog.NoteSigner;
import se.sigill.zone.Zone;

/** An open zone with a few entries, brought there by a bundle as the inside would. */
public final class SampleZone {
    public static final String MINUTES = "1abcdefghjkmnpqrstvwxyz012";
    public static final String HOSTILE = "2abcdefghjkmnpqrstvwxyz012";
    public static final String SECRET = "3abcdefghjkmnpqrstvwxyz012";

    private SampleZone() {}

    /** @param folder empty */
    public static Zone in(Path folder) throws IOException {
        return in(folder, 0);
    }

    /** @param folder empty @param more notices besides, each {@link #notice} by its number from 0 */
    public static Zone in(Path folder, int more) throws IOException {
        OutsideHome outside = new OutsideHome(folder);
        NoteSigner key = key();
        Files.createDirectories(outside.ring().getParent());
        Files.writeString(outside.ring(), key.key() + "\n");
        Files.createDirectories(outside.incoming());
        Path making = folder.resolve("making");
        BundleWriter writer = BundleWriter.in(making);
        Instant now = Instant.now();
        writer.finish(
                new Manifest(
                        "perstorp.example",
                        1,
                        1,
                        "",
                        now,
                        now.plus(Duration.ofHours(24)),
                        true,
                        true,
                        entries(writer, more),
                        List.of(),
                        LogGrowth.NONE,
                        new TreeMap<>(writer.files())),
                key);
        Files.move(making, outside.incoming().resolve(OutsideHome.name(1, 1)));
        Zone zone = Zone.open(outside, Clock.systemUTC(), Duration.ofSeconds(10));
        if (!zone.applier().applyWaiting().refused().isEmpty()) {
            throw new AssertionError("the sample was refused");
        }
        return zone;
    }

    /** The id of one of many notices, all of one case. */
    public static String notice(int number) {
        return "4abcdefghjkmnpqrstvwxyz" + String.format(Locale.ROOT, "%03d", number);
    }

    private static List<PublicEntry> entries(BundleWriter writer, int more) throws IOException {
        List<TextPage> pages = new ArrayList<>();
        for (int page = 1; page <= 40; page++) {
            pages.add(new TextPage(page, "Sida " + page + ". Cykelbana längs ån. " + "Stämman beslöt. ".repeat(150)));
        }
        ExtractedText text = new ExtractedText(List.of(
                new TextPart("0", "protokoll.pdf", "application/pdf", pages),
                new TextPart("0.1", "bilaga <1>.txt", "text/plain", List.of(new TextPage(0, "Yttrande om bullret.")))));
        List<PublicEntry> entries = new ArrayList<>(few(writer, text));
        for (int i = 0; i < more; i++) {
            entries.add(new Notice(notice(i), Notice.Why.UNDECIDED, "SN 2026/100", "2026-11-01", "Socialnämnden", ""));
        }
        return entries;
    }

    private static List<PublicEntry> few(BundleWriter writer, ExtractedText text) throws IOException {
        return List.of(
                record(writer, MINUTES, "Protokoll från kommunfullmäktige", "KS 2026/123", "2026-11-02", text),
                record(
                        writer,
                        HOSTILE,
                        "<script>alert(1)</script> \"' & javascript:x",
                        "KS 2026/124",
                        "2026-11-03",
                        new ExtractedText(List.of(new TextPart(
                                "0", "", "text/plain", List.of(new TextPage(0, "</div><img src=x onerror=y>")))))),
                new Notice(SECRET, Notice.Why.RESTRICTED, "SN 2026/7", "2026-11-03", "Socialnämnden", "OSL 26:1"));
    }

    private static PublicRecord record(
            BundleWriter writer, String id, String title, String number, String date, ExtractedText text)
            throws IOException {
        String file = writer.add(("fil " + id).getBytes(StandardCharsets.UTF_8));
        String proof = writer.add("{}".getBytes(StandardCharsets.UTF_8));
        return new PublicRecord(
                id,
                "document",
                title,
                number,
                date,
                "internal",
                "protokoll",
                "Kommunstyrelsen",
                "Anna Ek",
                number,
                "1.1",
                "2026-11-04T10:00:00Z",
                writer.add(TextFile.write(text).getBytes(StandardCharsets.UTF_8)),
                id.equals(MINUTES) ? writer.add(new byte[] {(byte) 0x89, 'P', 'N', 'G'}) : "",
                List.of(new PublicFile(
                        "proto\"koll å.pdf",
                        "original",
                        "application/pdf",
                        "Acrobat PDF 1.7",
                        30,
                        file,
                        "00",
                        proof,
                        List.of(new PublicPart("0.1", "bilaga <1>.txt", "text/plain", 20)))));
    }

    private static NoteSigner key() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new NoteSigner(NoteKey.of("perstorp.example/bundle", pair.getPublic()), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
