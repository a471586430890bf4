package se.sigill.engines.withhold;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is looked for is found in every form, and what is kept as well is not. */
class ResidueTest {
    private static final Optional<Residue.Kind> NOTHING = Optional.empty();
    private static final Optional<Residue.Kind> WORDS = Optional.of(Residue.Kind.WORDS);
    private static final Optional<Residue.Kind> NAME = Optional.of(Residue.Kind.NAME);
    private static final Optional<Residue.Kind> BYTES = Optional.of(Residue.Kind.BYTES);

    private final Residue residue = new Residue();

    @Test
    void findsThreeWordsInARowAndOneLongWord() {
        residue.leaveOut("Flickan bor hos sin mormor i Kvarnåkersgården sedan i våras.");
        residue.keep("Mormor bor på landet sedan i våras.");

        assertEquals(WORDS, residue.inText("… flickan  BOR\nhos …"));
        assertEquals(WORDS, residue.inText("i kvarnåkersgården"));
        assertEquals(WORDS, residue.inText("i kvarna\u030akersga\u030arden"), "composed otherwise");
        assertEquals(NOTHING, residue.inText("Hon bor hos mormor sedan i våras."));
        assertEquals(NOTHING, residue.inSyntax("kvarnåkersgården"), "one word of a program's text");
        assertEquals(WORDS, residue.inBytes("x: flickan bor hos".getBytes(StandardCharsets.UTF_8)));
        assertEquals(WORDS, residue.inBytes("flickan bor hos".getBytes(StandardCharsets.UTF_16LE)));
        assertEquals(WORDS, residue.inBytes("hos sin mormor i kvarnåkersgården".getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void findsATextOfTwoWordsAsAWhole() {
        residue.leaveOut("Kajsa Planta");

        assertEquals(WORDS, residue.inText("hej Kajsa, Planta"));
        assertEquals(NOTHING, residue.inText("Kajsa plantar"));
        residue.keep("Planta, Kajsa planta en ros");
        assertEquals(NOTHING, residue.inText("Kajsa Planta"));
    }

    @Test
    void findsANameAsHeaderFieldsWriteIt() {
        residue.leaveOutName("Utredning Åsa.pdf");

        assertEquals(NAME, residue.inText("se utredning åsa.PDF"));
        for (String form : new String[] {
            "filename*=UTF-8''Utredning%20%C3%85sa.pdf",
            "filename*=iso-8859-1''Utredning%20%C5sa.pdf",
            "name=\"=?utf-8?Q?Utredning_=C3=85sa.pdf?=\""
        }) {
            assertEquals(NAME, residue.inBytes(form.getBytes(StandardCharsets.US_ASCII)), form);
        }
        for (String lead : new String[] {"", "a", "ab"}) {
            byte[] form = ("=?utf-8?B?" + base64((lead + "Utredning Åsa.pdf").getBytes(StandardCharsets.UTF_8)))
                    .getBytes(StandardCharsets.US_ASCII);
            assertEquals(NAME, residue.inBytes(form), lead);
        }
        assertEquals(NOTHING, residue.inText("utredning asa.pdf"));
        residue.keepName("utredning åsa.pdf");
        assertEquals(NOTHING, residue.inText("se utredning åsa.pdf"));
    }

    @Test
    void findsAHundredBytesWhereverTheyStand() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] gone = new byte[5000];
        random.nextBytes(gone);
        residue.leaveOut(gone);
        byte[] other = new byte[9000];
        random.nextBytes(other);
        assertEquals(NOTHING, residue.inBytes(other), "seed " + seed);

        for (int i = 0; i < 50; i++) {
            byte[] planted = other.clone();
            System.arraycopy(gone, random.nextInt(gone.length - 96), planted, random.nextInt(planted.length - 96), 96);
            assertEquals(BYTES, residue.inBytes(planted), "seed " + seed);
        }
        String lines = base64(Arrays.copyOfRange(gone, 1001, 1400)).replaceAll("(.{76})", "$1\r\n");
        assertEquals(BYTES, residue.inBytes(lines.getBytes(StandardCharsets.US_ASCII)), "in base64, seed " + seed);
        residue.keep(gone);
        assertEquals(NOTHING, residue.inBytes(gone), "kept as well");
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
