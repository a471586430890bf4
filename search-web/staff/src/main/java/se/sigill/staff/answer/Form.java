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

    /** A field of text; empty if it is not there, or is longer than one is. */
    String text(String name) throws IOException {
        return text(name, FIELD_MAX).orElse("");
    }

    /** The same, or the text of a file; no value if it has more bytes than that. */
    Optional<String> text(String name, int bytesMax) throws IOException {
        Optional<Part> field =
                parts.stream().filter(part -> part.getName().equals(name)).findFirst();
        if (field.isEmpty()) {
            return Optional.of("");
        }
        if (field.get().getSize() > bytesMax) {
            return Optional.empty();
        }
        try (InputStream in = field.get().getInputStream()) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
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
