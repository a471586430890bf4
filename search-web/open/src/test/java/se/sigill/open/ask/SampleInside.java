package se.sigill.open.ask;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.inbox.AskedLetter;
import se.sigill.core.inbox.BoxFee;
import se.sigill.core.inbox.BoxFile;
import se.sigill.core.inbox.BoxItem;
import se.sigill.core.inbox.BoxKey;
import se.sigill.core.inbox.BoxLine;
import se.sigill.core.inbox.BoxReservation;
import se.sigill.core.inbox.BoxState;
import se.sigill.core.inbox.Boxes;
import se.sigill.core.inbox.FetchCounts;
import se.sigill.core.inbox.Inbox;
import se.sigill.core.inbox.InboxKey;
import se.sigill.core.inbox.Letter;
import se.sigill.core.proof.Sha;

/** What the inside does for who asks without a name: it has the key, fetches letters and lays out boxes. */
public final class SampleInside {
    public static final Instant NOW = Instant.parse("2026-11-05T09:30:15Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final OutsideHome home;
    private final KeyPair key;
    private final SecureRandom random = new SecureRandom();

    private SampleInside(OutsideHome home, KeyPair key) {
        this.home = home;
        this.key = key;
    }

    /** Puts the key of the inbox there. */
    public static SampleInside at(Path folder) throws IOException {
        try {
            OutsideHome home = new OutsideHome(folder);
            KeyPair key = KeyPairGenerator.getInstance("X25519").generateKeyPair();
            Files.createDirectories(home.inboxKey().getParent());
            InboxKey.write(home.inboxKey(), key.getPublic());
            return new SampleInside(home, key);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public Letterbox letterbox() {
        return new Letterbox(home, random);
    }

    public Letterbox letterbox(Inbox.Limits limits) {
        return new Letterbox(home, new Inbox(home.inbox(), random, limits));
    }

    public Boxes boxes() {
        return new Boxes(home.boxes(), random);
    }

    public FetchCounts counts() {
        return new FetchCounts(home.fetched());
    }

    public OutsideHome home() {
        return home;
    }

    /** Opens every letter that waits. */
    public List<AskedLetter> letters() throws IOException {
        Inbox inbox = new Inbox(home.inbox(), random);
        List<AskedLetter> letters = new ArrayList<>();
        for (String name : inbox.waiting()) {
            if (Letter.open(key, inbox.read(name).orElseThrow()) instanceof Letter.Opened.Content content) {
                letters.add(AskedLetter.read(content.bytes()));
            } else {
                throw new AssertionError("a letter cannot be opened");
            }
        }
        return letters;
    }

    /** Lays a file into a box. */
    public BoxFile file(BoxKey box, String name, String mime, byte[] bytes) throws IOException {
        String id = boxes().putFile(box, new ByteArrayInputStream(bytes));
        return new BoxFile(id, name, mime, bytes.length, HexFormat.of().formatHex(Sha.sha256(bytes)), 2);
    }

    /** A box in which there is something of everything. */
    public BoxState answered(BoxKey box, List<BoxFile> files, List<BoxFile> letters) throws IOException {
        BoxState state = new BoxState(
                "sv",
                "KS 2026/611",
                box.reference(),
                "answered",
                NOW,
                "Du kan hämta filerna nedan.",
                "den 12 november",
                List.of(
                        new BoxLine(NOW, BoxLine.Who.REQUESTER, "asked", "Allt om bryggan,\noch <b>dammen</b>."),
                        new BoxLine(NOW, BoxLine.Who.REGISTRAR, "question", "Vilket år gäller det?"),
                        new BoxLine(NOW, BoxLine.Who.ARCHIVE, "some-day-new", "")),
                List.of(
                        new BoxItem("Ritning av bryggan", "part", "OSL 21:7", "Ett namn är maskerat.", files),
                        new BoxItem(
                                "Anteckning \"<i>\"", "refused", "OSL 26:1", "Den enskilde kan lida men.", List.of()),
                        new BoxItem("Något annat", "some-day-new", "", "", List.of())),
                letters,
                new BoxFee(12_550, "Papper: 25 sidor.", false),
                "Du kan överklaga hos kammarrätten\ninom tre veckor.",
                "2026-12-05");
        boxes().putState(box, state);
        return state;
    }

    /** A box in which something is handed out on conditions. */
    public void reserved(BoxKey box, BoxReservation reservation) throws IOException {
        lay(
                box,
                "answered",
                List.of(),
                List.of(new BoxItem(
                        "Ritning", "with-reservation", "OSL 26:1", "Risken", List.of(), Optional.of(reservation))),
                "Du kan överklaga.");
    }

    /** A box in which somebody has said no, and perhaps who asked that a decision is wanted. */
    public void saidNo(BoxKey box, boolean wanted) throws IOException {
        List<BoxLine> lines = new ArrayList<>();
        lines.add(new BoxLine(NOW, BoxLine.Who.REGISTRAR, "informal-no", "Den lämnas inte ut."));
        if (wanted) {
            lines.add(new BoxLine(NOW, BoxLine.Who.REQUESTER, "decision-wanted", ""));
        }
        lay(box, wanted ? "decision-wanted" : "in-hand", lines, List.of(), "");
    }

    private void lay(BoxKey box, String state, List<BoxLine> lines, List<BoxItem> items, String appeal)
            throws IOException {
        boxes().putState(
                        box,
                        new BoxState(
                                "sv",
                                "KS 2026/611",
                                box.reference(),
                                state,
                                NOW,
                                "",
                                "",
                                lines,
                                items,
                                List.of(),
                                BoxFee.NONE,
                                appeal,
                                ""));
    }

    static String form(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
