package se.sigill.staff.page;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import se.sigill.core.access.AccessFinding;
import se.sigill.core.check.CheckFinding;
import se.sigill.core.finding.FindingCode;
import se.sigill.core.request.RequestFinding;
import se.sigill.core.store.StoreFinding;
import se.sigill.core.verify.VerifyFinding;
import se.sigill.formats.FormatFinding;
import se.sigill.ingest.delivery.DeliveryFinding;
import se.sigill.ingest.mail.MailFinding;
import se.sigill.ingest.renew.RenewFinding;
import se.sigill.look.Style;

/** What findings mean in Swedish, from {@code fynd.properties}: by code, never by reading a message. */
final class SwedishFindings {
    /**
     * Every code that can reach a page: of deliveries, of gaps, of a round of checking, of a plan, a marking or a table
     * for requests. A test fails for one without words.
     */
    static final List<FindingCode> CODES = Stream.<FindingCode[]>of(
                    DeliveryFinding.values(),
                    MailFinding.values(),
                    FormatFinding.values(),
                    RenewFinding.values(),
                    CheckFinding.values(),
                    VerifyFinding.values(),
                    StoreFinding.values(),
                    AccessFinding.values(),
                    RequestFinding.values())
            .flatMap(Stream::of)
            .toList();

    private static final String REMEDY = ".do";
    private static final Properties TEXTS = read(Style.text(SwedishFindings.class, "fynd.properties"));

    /** @param meaning what was found, a sentence @param remedy what to do, a sentence */
    record Words(String meaning, String remedy) {}

    private SwedishFindings() {}

    /** The words for a code; empty for one of another version of the program, or of OCFL. */
    static Optional<Words> find(String code) {
        return Optional.ofNullable(TEXTS.getProperty(code))
                .flatMap(meaning -> Optional.ofNullable(TEXTS.getProperty(code + REMEDY))
                        .map(remedy -> new Words(meaning, remedy)));
    }

    /** The names in the file. */
    static Set<String> keys() {
        return TEXTS.stringPropertyNames();
    }

    private static Properties read(String text) {
        Properties texts = new Properties();
        try {
            texts.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
