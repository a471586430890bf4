package se.sigill.ingest.spool;

import java.nio.charset.StandardCharsets;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.store.Digests;
import se.sigill.ingest.delivery.DeliveryItem;

/**
 * The id by which a redelivery is recognised: the source system's own; for a mail its Message-ID <em>and</em> the
 * digest of its bytes, because anybody can write any Message-ID; else a digest over all that was delivered of the
 * item, so that the same file with a corrected description is taken in.
 */
final class ExternalIds {
    private ExternalIds() {}

    static String of(DeliveryItem item, Digests digests) {
        String given = item.description().externalId();
        if (!given.isEmpty()) {
            return given;
        }
        if (!item.messageId().isEmpty()) {
            return item.messageId() + ";sha256=" + digests.sha256();
        }
        Json whole = Json.object()
                .with("path", item.path())
                .with("sha256", digests.sha256())
                .with("description", ManifestJson.description(item.description()));
        byte[] text = JsonWriter.compact(whole).getBytes(StandardCharsets.UTF_8);
        return "sha256:" + Digests.of(text).sha256() + "#" + item.path();
    }
}
