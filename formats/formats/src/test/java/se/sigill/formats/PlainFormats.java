package se.sigill.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import se.sigill.core.finding.Finding;
import se.sigill.core.text.ExtractedText;
import se.sigill.core.text.TextPage;
import se.sigill.core.text.TextPart;

/**
 * The ports without workers, for tests of what stands above them: the extension says the format, every file is UTF-8
 * text, a rendition is a copy of the text.
 */
public final class PlainFormats implements Identifier, Extractor, Normaliser, Validator, Unpacker {

    @Override
    public Identification identify(FileInput file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        String basis = "PRONOM V0/0";
        if (name.endsWith(".eml")) {
            return id("fmt/950", "message/rfc822", "MIME Email", basis);
        }
        if (name.endsWith(".csv")) {
            return id("x-fmt/18", "text/csv", "Comma Separated Values", basis);
        }
        if (name.endsWith(".pdf")) {
            return id("fmt/476", "application/pdf", "Acrobat PDF/A 2a", basis);
        }
        if (name.endsWith(".bin")) {
            Finding unknown = Finding.of(FormatFinding.UNKNOWN, file.name(), "nothing says what it is");
            return Identification.unknown(List.of(unknown));
        }
        return id("x-fmt/111", "text/plain", "Plain Text File", basis);
    }

    private static Identification id(String puid, String mime, String name, String basis) {
        return new Identification(puid, mime, name, basis, Identification.Method.EXTENSION, List.of(), List.of());
    }

    @Override
    public Extraction extract(FileInput file) {
        Identification id = identify(file);
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file.path());
        } catch (IOException e) {
            return Extraction.nothing(Finding.of(FormatFinding.UNREADABLE, file.name(), "no file that can be read"));
        }
        PartFacts facts = PartFacts.of("0", file.name(), id.mime(), id.puid(), bytes.length, "");
        String text = id.puid().isEmpty() ? "" : new String(bytes, StandardCharsets.UTF_8);
        List<TextPage> pages = text.isEmpty() ? List.of() : List.of(new TextPage(0, text));
        TextPart part = new TextPart("0", file.name(), id.mime(), pages);
        return new Extraction(id, new ExtractedText(List.of(part)), List.of(facts), id.findings());
    }

    @Override
    public Normalisation normalise(NormaliseOrder order) {
        Path out = order.outFolder().resolve("rendition.pdf");
        try {
            Files.copy(order.source().path(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Validation valid = new Validation("pdfa-2a", Validation.Verdict.VALID, "plain", List.of(), List.of());
        return new Normalisation.Normalised(
                out, "fmt/476", "application/pdf", Normalisation.Kind.PRESERVATION, "plain 1", valid, List.of(), "");
    }

    /** Every part there is asked for is the text {@code part PATH}. */
    @Override
    public Map<String, Path> unpack(FileInput file, List<String> parts, Path folder) {
        Map<String, Path> files = new TreeMap<>();
        for (String part : parts) {
            try {
                files.put(part, Files.writeString(folder.resolve("part-" + part), "part " + part));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    @Override
    public Validation validate(FileInput file, String kind) {
        return new Validation(kind, Validation.Verdict.VALID, "plain", List.of(), List.of());
    }
}
