package se.sigill.ingest.delivery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.sigill.core.record.Direction;

class DeliveryReaderTest {
    @TempDir
    Path temp;

    private final DeliveryReader reader = BadDeliveryTest.reader();

    @ParameterizedTest
    @CsvSource({
        "UTF-8,';',sökväg;titel;dnr;datum;riktning;handlingstyp;myndighet;motpart;ärende;klass;sekretess;publicera",
        "UTF-8,',',path,title,diary number,date,direction,record type,authority,counterparty,case,class,restriction,publish",
        "windows-1252,'\t',Sökväg;RUBRIK;Diarienr;Datum;In/Ut;Typ;Nämnd;Avsändare;Ärendenummer;Klassificering;Lagrum;Webb",
        "UTF-16,';',fil;titel;dnr;datum;riktning;typ;nämnd;motpart;ärende;klass;sekretess;publicera"
    })
    void readsSwedishAndEnglishHeadsInEveryCharacterSet(
            @org.junit.jupiter.params.aggregator.AggregateWith(Heads.class) Heads.Table table) throws IOException {
        String sign = table.separator();
        String row = String.join(
                sign,
                "åäö.txt",
                "\"Köp av Ö " + sign + " del 2\"",
                "KS 2026/123",
                "2026-03-14 00:00",
                "inkommen",
                "Avtal",
                "Kommunstyrelsen",
                "Bygg & Co",
                "2026-7",
                "1.1",
                "21 kap. 3 a §",
                "nej");
        String text = table.heads() + "\r\n" + row + "\r\n";
        Files.write(temp.resolve("leverans.csv"), text.getBytes(table.charset()));
        Files.writeString(temp.resolve("åäö.txt"), "x");

        DeliveryPlan plan = reader.read(temp);

        assertEquals(1, plan.sound().size(), () -> plan.toString());
        ItemDescription read = plan.sound().getFirst().description();
        assertEquals("Köp av Ö " + (sign.equals("\t") ? "" : sign + " ") + "del 2", read.title());
        assertEquals("KS 2026/123", read.diaryNumber());
        assertEquals("2026-03-14", read.date());
        assertEquals(Direction.RECEIVED, read.direction());
        assertEquals("Avtal", read.recordType());
        assertEquals("Kommunstyrelsen", read.authority());
        assertEquals("Bygg & Co", read.counterparty());
        assertEquals("2026-7", read.caseNumber());
        assertEquals("1.1", read.classCode());
        assertEquals("OSL 21:3 a", read.openness().provision());
        assertEquals("secrecy", read.openness().category());
        assertEquals(false, read.openness().publish());
    }

    @Test
    void takesEveryFileUnderItsNameWhereThereIsNoTable() throws IOException {
        Files.createDirectories(temp.resolve("2026/mars"));
        Files.writeString(temp.resolve("2026/mars/Protokoll_KS_2026-03-14.txt"), "x");

        DeliveryPlan plan = reader.read(temp);

        assertEquals(1, plan.items().size());
        assertEquals(
                "2026/mars/Protokoll_KS_2026-03-14.txt", plan.items().getFirst().path());
        assertEquals(
                "Protokoll KS 2026-03-14", plan.items().getFirst().description().title());
        assertEquals(
                ItemDescription.Openness.UNSAID,
                plan.items().getFirst().description().openness());
    }

    @Test
    void takesASingleMailWithItsHead() throws IOException {
        Path mail = temp.resolve("brev.eml");
        Files.writeString(mail, """
                From: =?utf-8?Q?Eva_=C3=96berg?= <eva@exempel.se>
                To: registrator@sigillkommun.se
                Subject: =?iso-8859-1?Q?F=F6rslag?= om =?UTF-8?B?YmFk?=
                Date: Sat, 14 Mar 2026 10:15:00 +0100
                Message-ID: <1@exempel.se>

                Hej
                """);

        DeliveryItem item = reader.read(mail).items().getFirst();

        assertTrue(item.isSound(), () -> item.toString());
        assertTrue(item.isMail());
        assertEquals("Förslag om bad", item.description().title());
        assertEquals("2026-03-14", item.description().date());
        assertEquals(Direction.RECEIVED, item.description().direction());
        assertEquals("Eva Öberg <eva@exempel.se>", item.description().counterparty());
        assertEquals("<1@exempel.se>", item.messageId());
    }

    @Test
    void readsAZipMadeFromAFolder() throws IOException {
        byte[] zip = new TestZip()
                .add("leverans/leverans.csv", "fil;titel\na.txt;Första\nb/c.txt;Andra\n")
                .add("leverans/a.txt", "aaa")
                .add("leverans/b/c.txt", "ccc")
                .bytes();
        Path file = Files.write(temp.resolve("x.zip"), zip);

        DeliveryPlan plan = reader.read(file);

        assertEquals(2, plan.sound().size(), () -> plan.toString());
        assertEquals("Andra", plan.sound().getLast().description().title());
        try (InputStream in = plan.sound().getLast().content().file().open()) {
            assertArrayEquals("ccc".getBytes(StandardCharsets.UTF_8), in.readAllBytes());
        }
    }

    @Test
    void refusesAMemberWhoseBytesWereChanged() throws IOException {
        TestZip.Entry stored = new TestZip.Entry("a.txt", "hemligt ord".getBytes(StandardCharsets.UTF_8));
        stored.method = 0;
        byte[] zip = new TestZip().add(stored).bytes();
        zip[30 + "a.txt".length()] ^= 1;
        DeliveryPlan plan = reader.read(Files.write(temp.resolve("x.zip"), zip));

        try (InputStream in = plan.items().getFirst().content().file().open()) {
            DamagedException damage = assertThrows(DamagedException.class, in::readAllBytes);
            assertEquals(DeliveryFinding.ZIP_BROKEN, damage.code());
        }
    }

    @Test
    void stopsAMemberThatUnpacksToMoreThanItStates() throws IOException {
        TestZip.Entry liar = new TestZip.Entry("a.txt", new byte[1 << 20]);
        liar.statedSize = 1000;
        DeliveryPlan plan = reader.read(
                Files.write(temp.resolve("x.zip"), new TestZip().add(liar).bytes()));

        try (InputStream in = plan.items().getFirst().content().file().open()) {
            DamagedException damage = assertThrows(DamagedException.class, in::readAllBytes);
            assertEquals(DeliveryFinding.ZIP_BOMB, damage.code());
        }
    }

    @Test
    void namesTheMessagesOfABoxInTheirOrder() throws IOException {
        StringBuilder box = new StringBuilder();
        for (int i = 1; i <= 12; i++) {
            box.append("From a@b.se Thu Jan  1 00:00:0")
                    .append(i % 10)
                    .append(" 2026\nSubject: Nr ")
                    .append(i);
            box.append("\nFrom: a@b.se\nDate: 1 Jan 2026 00:00:00 +0000\n\nHej\n\n");
        }
        DeliveryPlan plan = reader.read(Files.writeString(temp.resolve("post.mbox"), box));

        assertEquals(12, plan.sound().size());
        assertEquals("post.mbox#12", plan.items().getLast().path());
        assertEquals("Nr 12", plan.items().getLast().description().title());
    }

    /** Puts a row of the table of cases together. */
    static final class Heads implements org.junit.jupiter.params.aggregator.ArgumentsAggregator {
        record Table(Charset charset, String separator, String heads) {}

        @Override
        public Object aggregateArguments(
                org.junit.jupiter.params.aggregator.ArgumentsAccessor arguments,
                org.junit.jupiter.api.extension.ParameterContext context) {
            String separator = arguments.getString(1);
            StringBuilder heads = new StringBuilder();
            for (int i = 2; i < arguments.size(); i++) {
                heads.append(i > 2 ? separator : "").append(arguments.getString(i));
            }
            return new Table(
                    Charset.forName(arguments.getString(0)),
                    separator,
                    heads.toString().replace(";", separator));
        }
    }
}
