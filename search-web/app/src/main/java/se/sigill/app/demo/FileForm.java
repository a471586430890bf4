package se.sigill.app.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The file formats a paper is written in. Writing is pure: the same paper gives the same bytes. */
enum FileForm {
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    PPTX("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ODT("odt", "application/vnd.oasis.opendocument.text"),
    PDF("pdf", "application/pdf"),
    HTML("html", "text/html"),
    TXT("txt", "text/plain"),
    CSV("csv", "text/csv"),
    PNG("png", "image/png"),
    TIFF("tiff", "image/tiff");

    /** What Swedish office programs on Windows write in plain text; the JDK always has it. */
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final String extension;
    private final String mediaType;

    FileForm(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    String extension() {
        return extension;
    }

    String mediaType() {
        return mediaType;
    }

    static FileForm ofExtension(String extension) {
        for (FileForm form : values()) {
            if (form.extension.equals(extension)) {
                return form;
            }
        }
        throw new IllegalArgumentException("no form has the extension " + extension);
    }

    /** The file's bytes. Pictures show a drawing that depends on the paper's words, not the words. */
    byte[] write(Paper paper) {
        return switch (this) {
            case DOCX -> DocxForm.write(paper);
            case XLSX -> XlsxForm.write(paper);
            case PPTX -> PptxForm.write(paper);
            case ODT -> OdtForm.write(paper);
            case PDF -> PdfForm.write(paper);
            case HTML -> PlainForms.html(paper).getBytes(StandardCharsets.UTF_8);
            case TXT -> PlainForms.text(paper).getBytes(StandardCharsets.UTF_8);
            case CSV -> PlainForms.table(paper).getBytes(WINDOWS_1252);
            case PNG -> DrawingForm.write(paper, "png");
            case TIFF -> DrawingForm.write(paper, "tiff");
        };
    }
}
