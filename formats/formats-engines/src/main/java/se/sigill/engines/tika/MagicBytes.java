package se.sigill.engines.tika;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.apache.tika.detect.MagicDetector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;

/** A pattern of bytes. Tika decides; it is asked only where the file has what the pattern cannot do without. */
final class MagicBytes implements MagicRule {
    /** Never looked at. */
    private static final Metadata ASKED = new Metadata();

    private final MagicDetector detector;
    private final Optional<MagicNeeds> needs;
    private final int fixedOffset;

    /** @param mask empty if there is none */
    MagicBytes(MediaType type, String kind, String offset, String value, String mask) {
        this.detector = MagicDetector.parse(type, kind, offset, value, mask.isEmpty() ? null : mask);
        // A mask makes other bytes fit too.
        this.needs =
                mask.isEmpty() ? Optional.of(MagicNeeds.of(kind.toLowerCase(Locale.ROOT), value)) : Optional.empty();
        this.fixedOffset = offset.contains(":") ? -1 : Integer.parseInt(offset);
    }

    @Override
    public boolean matches(MagicHead head) {
        if (needs.isPresent() && !needs.get().met(head, fixedOffset)) {
            return false;
        }
        try {
            return !detector.detect(head.stream(), ASKED).equals(MediaType.OCTET_STREAM);
        } catch (IOException e) {
            throw new IllegalStateException("an array does not fail", e);
        }
    }

    @Override
    public int size() {
        return detector.getLength();
    }
}
