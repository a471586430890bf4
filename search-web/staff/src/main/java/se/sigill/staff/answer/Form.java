package se.sigill.staff.answer;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A form with files. Read by the servlet container, which leaves every byte of a file as it is: the multipart reader of
 * the REST runtime takes a mail apart, and its bytes are lost.
 */
final class Form {
    private static final int FIELD_MAX = 4096;

    private final Collection<Part> parts;

    private Form(Collection<Part> parts) {
        this.parts = parts;
    }

    /** @throws IOException if it did not come whole, or is larger than a form may be */
    static Form of(HttpServletRequest request) throws IOException {
        try {
            return new Form(request.getParts());
        } catch (ServletException | IllegalStateException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** A field of text, cut where it is longer than any that is allowed; empty if it is not there. */
    String text(String name) throws IOException {
        return new String(start(name, FIELD_MAX), StandardCharsets.UTF_8).strip();
    }

    /** The bytes of a file, none if it is not there; no value if it has more than that. */
    Optional<byte[]> file(String name, int bytesMax) throws IOException {
        return Optional.of(start(name, bytesMax + 1)).filter(bytes -> bytes.length <= bytesMax);
    }

    private byte[] start(String name, int bytesMax) throws IOException {
        Optional<Part> field =
                parts.stream().filter(part -> part.getName().equals(name)).findFirst();
        if (field.isEmpty()) {
            return new byte[0];
        }
        try (InputStream in = field.get().getInputStream()) {
            return in.readNBytes(bytesMax);
        }
    }

    /** The files that somebody chose. */
    List<Part> files() {
        return parts.stream()
                .filter(part -> Optional.ofNullable(part.getSubmittedFileName())
                        .filter(name -> !name.isBlank())
                        .isPresent())
                .toList();
    }

    /** Takes away what lies on the disk of it. */
    void delete() {
        for (Part part : parts) {
            try {
                part.delete();
            } catch (IOException e) {
                System.getLogger(Form.class.getName()).log(System.Logger.Level.WARNING, "form-left-behind");
            }
        }
    }
}
