package se.sigill.engines.droid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.sigill.core.finding.Finding;
import se.sigill.engines.tika.MediaTypes;
import se.sigill.formats.FileInput;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.Identification;
import se.sigill.formats.Identification.Method;
import uk.gov.nationalarchives.droid.core.interfaces.IdentificationMethod;

/**
 * The combined rule. DROID's bytes and containers decide. Tika's media type is the second opinion: it decides where
 * PRONOM has no byte sequence (plain text, JSON, CSV) or is known to be wrong (mbox taken for one mail, a short mail
 * for the page in it), and where the two contradict each other both answers are kept. An extension alone is believed
 * only for a format without signatures: random bytes named {@code .doc} are no Word document.
 */
public final class FormatRecogniser {
    private static final String MBOX = "application/mbox";
    private static final String MAIL = "message/rfc822";
    private static final String TEXT = "text/plain";

    /** PUIDs of formats that are found by content and that PRONOM has no sequence for. */
    private static final Map<String, Known> BY_CONTENT = Map.of(
            MBOX,
            new Known("fmt/720", "MBOX"),
            MAIL,
            new Known("fmt/950", "MIME Email"),
            "application/json",
            new Known("fmt/817", "JSON Data Interchange Format"),
            "text/html",
            new Known("fmt/96", "Hypertext Markup Language"),
            "application/xml",
            new Known("fmt/101", "Extensible Markup Language"),
            "application/rtf",
            new Known("fmt/355", "Rich Text Format"),
            TEXT,
            new Known("x-fmt/111", "Plain Text File"));

    /** Text formats that only their extension tells from plain text. */
    private static final Map<String, String> TEXT_BY_EXTENSION = Map.ofEntries(
            Map.entry("csv", "text/csv"),
            Map.entry("tsv", "text/tab-separated-values"),
            Map.entry("tab", "text/tab-separated-values"),
            Map.entry("json", "application/json"),
            Map.entry("geojson", "application/geo+json"),
            Map.entry("md", "text/markdown"),
            Map.entry("eml", MAIL),
            Map.entry("ics", "text/calendar"),
            Map.entry("vcf", "text/vcard"),
            Map.entry("htm", "text/html"),
            Map.entry("html", "text/html"),
            Map.entry("xml", "application/xml"),
            Map.entry("txt", TEXT),
            Map.entry("log", TEXT));

    /** What says nothing as a second opinion. */
    private static final Set<String> VAGUE = Set.of(
            Identification.MIME_UNKNOWN,
            TEXT,
            "application/zip",
            "application/x-tika-msoffice",
            "application/x-tika-ooxml",
            "application/xml",
            "application/gzip");

    private final DroidEngine droid;
    private final MediaTypes types;

    private record Known(String puid, String name) {}

    private FormatRecogniser(DroidEngine droid, MediaTypes types) {
        this.droid = droid;
        this.types = types;
    }

    /** @param signatures a folder with a newer pair @throws IllegalArgumentException if it cannot be used */
    public static FormatRecogniser open(Optional<Path> signatures, MediaTypes types) {
        SignaturePair pair = signatures.map(SignaturePair::in).orElseGet(SignaturePair::fromJars);
        return new FormatRecogniser(DroidEngine.open(pair), types);
    }

    /** Says what a file is. @throws IOException if it cannot be read */
    public Identification identify(FileInput file) throws IOException {
        if (Files.size(file.path()) == 0) {
            return Identification.unknown(
                    List.of(Finding.of(FormatFinding.EMPTY_FILE, file.name(), "the file has 0 bytes")));
        }
        DroidEngine.Verdict verdict = droid.identify(file.path(), file.name());
        String opinion = types.detect(file.path(), file.name());
        List<DroidEngine.Hit> hits = believed(verdict.hits(), opinion, file.name());
        if (hits.isEmpty()) {
            return byContent(file, opinion, verdict.hits());
        }
        return byHits(file, verdict, hits, opinion);
    }

    /** Without answers by extension alone for formats that have signatures: the bytes deny them. */
    private static List<DroidEngine.Hit> believed(List<DroidEngine.Hit> hits, String opinion, String name) {
        if (opinion.equals(MBOX) || (opinion.equals(MAIL) && hits.stream().allMatch(FormatRecogniser::markup))) {
            return List.of();
        }
        boolean text = opinion.startsWith("text/") || TEXT_BY_EXTENSION.containsKey(extension(name));
        return hits.stream()
                .filter(hit -> hit.method() != IdentificationMethod.EXTENSION
                        || !hit.signed()
                        || (text && hit.mime().startsWith("text/")))
                .toList();
    }

    /** What a mail may hold as its body: a page in a short mail stands where PRONOM looks for one. */
    private static boolean markup(DroidEngine.Hit hit) {
        return hit.mime().startsWith("text/")
                || hit.mime().startsWith("application/xhtml+xml")
                || hit.mime().startsWith("application/xml");
    }

    private Identification byHits(
            FileInput file, DroidEngine.Verdict verdict, List<DroidEngine.Hit> hits, String opinion) {
        DroidEngine.Hit best = hits.getFirst();
        List<String> conflicts = new ArrayList<>();
        hits.stream().skip(1).forEach(hit -> conflicts.add(hit.puid()));
        List<Finding> findings = new ArrayList<>();
        String mime = mime(best, opinion, file.name());
        if (!VAGUE.contains(opinion) && !types.related(mime, opinion)) {
            conflicts.add("mime:" + opinion);
        }
        if (!conflicts.isEmpty()) {
            String message = "identified as " + best.puid() + ", also as " + String.join(", ", conflicts);
            findings.add(Finding.of(FormatFinding.CONFLICT, file.name(), message));
        }
        if (verdict.extensionMismatch() && file.name().contains(".")) {
            findings.add(Finding.of(
                    FormatFinding.EXTENSION_MISMATCH, file.name(), "the extension is none of " + best.puid()));
        }
        return new Identification(
                best.puid(), mime, best.name(), droid.basis(), method(best.method()), conflicts, findings);
    }

    private static String mime(DroidEngine.Hit hit, String opinion, String name) {
        String byName = TEXT_BY_EXTENSION.getOrDefault(extension(name), "");
        boolean byExtension = hit.method() == IdentificationMethod.EXTENSION;
        if (byExtension && !byName.isEmpty()) {
            return byName;
        }
        if (!hit.mime().isEmpty()) {
            return hit.mime();
        }
        return opinion;
    }

    private Identification byContent(FileInput file, String opinion, List<DroidEngine.Hit> denied) {
        List<String> conflicts = denied.stream().map(DroidEngine.Hit::puid).toList();
        String extension = extension(file.name());
        String mime = opinion.equals(TEXT) ? TEXT_BY_EXTENSION.getOrDefault(extension, TEXT) : opinion;
        Known known = BY_CONTENT.getOrDefault(mime, new Known("", ""));
        if (mime.equals(Identification.MIME_UNKNOWN)) {
            String message = conflicts.isEmpty()
                    ? "neither signatures nor content say what it is"
                    : "the name says " + String.join(", ", conflicts) + ", the bytes do not";
            return new Identification(
                    "",
                    mime,
                    "",
                    droid.basis(),
                    Method.NONE,
                    conflicts,
                    List.of(Finding.of(FormatFinding.UNKNOWN, file.name(), message)));
        }
        return new Identification(
                known.puid(), mime, known.name(), droid.basis(), Method.CONTENT, conflicts, List.of());
    }

    private static Method method(IdentificationMethod method) {
        return switch (method) {
            case CONTAINER -> Method.CONTAINER;
            case BINARY_SIGNATURE -> Method.SIGNATURE;
            case EXTENSION -> Method.EXTENSION;
            case NULL -> Method.NONE;
        };
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
