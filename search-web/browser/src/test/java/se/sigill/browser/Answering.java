package se.sigill.browser;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.inbox.BoxFee;
import se.sigill.core.inbox.BoxFile;
import se.sigill.core.inbox.BoxItem;
import se.sigill.core.inbox.BoxKey;
import se.sigill.core.inbox.BoxLine;
import se.sigill.core.inbox.BoxReservation;
import se.sigill.core.inbox.BoxState;
import se.sigill.core.inbox.Boxes;
import se.sigill.core.inbox.FollowCode;
import se.sigill.core.inbox.InboxKey;
import se.sigill.core.proof.Sha;

/** Somebody who asks without a name, and the inside that answers. */
final class Answering {
    /** What is in the file that is handed out. */
    static final String RELEASED = "Ritningen, utan namnet.\n";

    private Answering() {}

    /** The zone takes letters, also where no inside has given it a key yet. */
    static OutsideHome in(OutsideHome home) throws IOException {
        if (InboxKey.read(home.inboxKey()).isEmpty()) {
            Files.createDirectories(home.inboxKey().getParent());
            try {
                InboxKey.write(
                        home.inboxKey(),
                        KeyPairGenerator.getInstance("X25519").generateKeyPair().getPublic());
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError(e);
            }
        }
        return home;
    }

    /** Asks, and stays on the receipt. */
    static void ask(Page page, String language) {
        page.navigate(language + "/begar");
        page.locator("#ord").fill("Allt om bryggan");
        page.locator("form.ask button:not(.quiet):not(.hidden)").click();
    }

    /** Comes with the code of an answer that has everything an answer can have, and stays where it is read. */
    static void follow(Page page, String language, Sample sample) {
        FollowCode code = FollowCode.make(new SecureRandom());
        lay(sample.outside(), code.boxKey(), language.substring(1));
        page.navigate(language + "/folj");
        page.locator("#kod").fill(code.text());
        page.locator("main form button").first().click();
    }

    private static void lay(OutsideHome home, BoxKey box, String language) {
        Boxes boxes = new Boxes(home.boxes(), new SecureRandom());
        Instant at = Instant.parse("2026-11-05T09:30:15Z");
        byte[] bytes = RELEASED.getBytes(StandardCharsets.UTF_8);
        try {
            String sha256 = HexFormat.of().formatHex(Sha.sha256(bytes));
            BoxFile file = new BoxFile(
                    boxes.putFile(box, new ByteArrayInputStream(bytes)),
                    "ritning.txt",
                    "text/plain",
                    bytes.length,
                    sha256,
                    1);
            BoxFile decision = new BoxFile(
                    boxes.putFile(box, new ByteArrayInputStream(bytes)),
                    "beslut.txt",
                    "text/plain",
                    bytes.length,
                    sha256,
                    1);
            boxes.putState(
                    box,
                    new BoxState(
                            language,
                            "KS 2026/611",
                            box.reference(),
                            "question",
                            at,
                            "Registratorn väntar på ditt svar.",
                            "12 november",
                            List.of(
                                    new BoxLine(at, BoxLine.Who.REQUESTER, "asked", "Allt om bryggan"),
                                    new BoxLine(at, BoxLine.Who.REGISTRAR, "question", "Vilket år?")),
                            List.of(
                                    new BoxItem("Ritning", "part", "OSL 21:7", "Ett namn är maskerat.", List.of(file)),
                                    new BoxItem(
                                            "Anteckning", "refused", "OSL 26:1", "Men för den enskilde.", List.of()),
                                    new BoxItem(
                                            "Utredning",
                                            "with-reservation",
                                            "OSL 26:1",
                                            "Förbehållet tar bort risken.",
                                            List.of(),
                                            Optional.of(new BoxReservation("Får inte föras vidare.", false)))),
                            List.of(decision),
                            new BoxFee(12_550, "Papper: 25 sidor.", false),
                            "Du kan överklaga beslutet.",
                            "2026-12-05"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
