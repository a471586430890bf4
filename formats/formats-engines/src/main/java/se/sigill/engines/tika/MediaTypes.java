package se.sigill.engines.tika;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.jspecify.annotations.Nullable;

/** Media types by Tika's table of byte patterns. Looks at the beginning of a file only; opens no container. */
public final class MediaTypes {
    /** As much as the longest pattern of the table needs. */
    private static final int HEAD_BYTES = 1 << 16;

    private final TikaConfig tika;
    private final MagicTable table = MagicTable.read(HEAD_BYTES);

    MediaTypes(TikaConfig tika) {
        this.tika = tika;
    }

    /** The media type of a file's bytes; its name decides between related ones. */
    public String detect(Path file, String name) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD_BYTES);
        }
        return detect(head, name).getBaseType().toString();
    }

    private MediaType detect(byte[] head, String name) throws IOException {
        Optional<MediaType> known = table.type(head);
        MediaType content = known.isPresent() ? known.get() : ask(new ByteArrayInputStream(head), "");
        boolean general = content.equals(MediaType.TEXT_PLAIN) || content.equals(MediaType.APPLICATION_XML);
        if (name.isEmpty() || !general) {
            return content;
        }
        if (known.isEmpty()) {
            return ask(new ByteArrayInputStream(head), name);
        }
        // Nothing but text: the name decides if what it says is text too.
        MediaType named = ask(null, name);
        return tika.getMediaTypeRegistry().isSpecializationOf(named, content) ? named : content;
    }

    /** Tika's own answer. @param head null if only the name is asked @param name empty if only the bytes are */
    MediaType ask(@Nullable InputStream head, String name) throws IOException {
        Metadata metadata = new Metadata();
        if (!name.isEmpty()) {
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        }
        return tika.getMimeRepository().detect(head, metadata);
    }

    /** Whether one of two media types is the other, an alias of it, or a special case of it. */
    boolean relatedTypes(MediaType a, MediaType b) {
        MediaTypeRegistry registry = tika.getMediaTypeRegistry();
        MediaType first = registry.normalize(a);
        MediaType second = registry.normalize(b);
        return first.equals(second)
                || registry.isSpecializationOf(first, second)
                || registry.isSpecializationOf(second, first);
    }

    /** As above, by name; unknown names are related to nothing but themselves. */
    public boolean related(String a, String b) {
        MediaType first = MediaType.parse(a);
        MediaType second = MediaType.parse(b);
        return a.equals(b) || (first != null && second != null && relatedTypes(first, second));
    }
}
