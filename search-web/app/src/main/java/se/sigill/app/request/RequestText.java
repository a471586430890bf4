package se.sigill.app.request;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.ArchiveException;
import se.sigill.core.catalogue.CatalogueRecord;

/** What a requester wrote, from the request's own record. */
public final class RequestText {
    private static final String OWN_WORDS = "Med egna ord:\n";

    private RequestText() {}

    /** All of the record's text; empty if its content is gone. */
    public static Optional<String> of(OpenArchive archive, CatalogueRecord record) {
        if (record.description().original().isEmpty()) {
            return Optional.empty();
        }
        String path = record.description().original().get().path();
        try (InputStream in = archive.archive()
                .store()
                .open(record.id(), record.description().version(), path)
                .orElse(InputStream.nullInputStream())) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("the request " + record.id() + " cannot be read", e);
        }
    }

    /** Only what was written in their own words; may be empty. */
    public static String ownWords(String text) {
        int at = text.indexOf(OWN_WORDS);
        return at < 0 ? "" : text.substring(at + OWN_WORDS.length()).strip();
    }
}
