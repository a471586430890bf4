package se.sigill.engines.rendition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.tika.config.TikaConfig;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import se.sigill.core.finding.Finding;
import se.sigill.core.text.TextPage;
import se.sigill.core.text.TextPart;
import se.sigill.engines.html.CleanHtml;
import se.sigill.engines.office.OfficeConverter;
import se.sigill.engines.part.PartTree;
import se.sigill.engines.pdf.Glyphs;
import se.sigill.engines.pdf.PdfWriter;
import se.sigill.engines.tika.TikaPage;
import se.sigill.engines.vera.PdfaValidator;
import se.sigill.formats.Extraction;
import se.sigill.formats.FileInput;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.FormatPolicy;
import se.sigill.formats.Formats;
import se.sigill.formats.Identification;
import se.sigill.formats.Normalisation;
import se.sigill.formats.NormaliseOrder;
import se.sigill.formats.PartFacts;
import se.sigill.formats.Validation;
import se.sigill.formats.Validator;

/** Makes one rendition, or says why there is none. */
public final class RenditionMaker {
    /** Our own layout loses nothing and adds nothing but what its page says. */
    private static final double SHARE_MAX = 0;

    /**
     * An office suite leaves out hidden text, comments and field codes that the extractor reads, and writes out fields
     * and numbers of lists.
     */
    private static final double SHARE_OFFICE_MAX = 0.05;

    private static final Set<String> TABLES = Set.of("text/csv", "text/tab-separated-values");
    private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");

    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
            Map.entry("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
            Map.entry("application/vnd.oasis.opendocument.text", "odt"),
            Map.entry("application/vnd.oasis.opendocument.spreadsheet", "ods"),
            Map.entry("application/vnd.oasis.opendocument.presentation", "odp"),
            Map.entry("application/msword", "doc"),
            Map.entry("application/vnd.ms-excel", "xls"),
            Map.entry("application/vnd.ms-powerpoint", "ppt"),
            Map.entry("application/rtf", "rtf"),
            Map.entry("text/rtf", "rtf"));

    private final Reading reading;
    private final TikaConfig tika;
    private final PdfaValidator validator;
    private final PdfWriter writer = new PdfWriter();
    private final Glyphs glyphs = Glyphs.load();
    private final Optional<OfficeConverter> office;

    /** Reads files, sources and renditions alike. */
    @FunctionalInterface
    public interface Reading {
        Extraction extract(FileInput file) throws IOException;
    }

    /** A PDF as made, not yet believed. */
    private record Made(
            Path pdf,
            Normalisation.Kind kind,
            String engine,
            String flavour,
            double shareMax,
            Page page,
            List<Finding> findings) {}

    public RenditionMaker(Reading reading, TikaConfig tika, PdfaValidator validator, Optional<OfficeConverter> office) {
        this.reading = reading;
        this.tika = tika;
        this.validator = validator;
        this.office = office;
    }

    /** As {@code Normaliser}. @throws IOException if the machine fails */
    public Normalisation normalise(NormaliseOrder order) throws IOException {
        if (order.rule().action() == FormatPolicy.Action.KEEP) {
            return new Normalisation.Kept("the format lasts", List.of());
        }
        if (order.rule().action() == FormatPolicy.Action.VALIDATE) {
            return validated(order);
        }
        Extraction source = reading.extract(order.source());
        Optional<Finding> unfit = unfit(source, order);
        if (unfit.isPresent()) {
            return new Normalisation.Refused(List.of(unfit.get()));
        }
        String mime = source.identification().mime();
        List<Finding> findings = new ArrayList<>();
        if (OfficeConverter.reads(mime)) {
            Optional<Normalisation> bySuite = byOffice(order, mime, source, findings);
            if (bySuite.isPresent()) {
                return bySuite.get();
            }
        }
        boolean isSuiteMissing = OfficeConverter.reads(mime) && office.isEmpty();
        return waiting(byPage(order, mime, source, findings), isSuiteMissing ? Formats.OFFICE : "");
    }

    private static Normalisation waiting(Normalisation outcome, String engine) {
        return switch (outcome) {
            case Normalisation.Normalised n ->
                new Normalisation.Normalised(
                        n.rendition(), n.puid(), n.mime(), n.kind(), n.madeBy(), n.validation(), n.findings(), engine);
            case Normalisation.Kept kept -> kept;
            case Normalisation.Refused refused -> new Normalisation.Refused(refused.findings(), engine);
        };
    }

    private Normalisation validated(NormaliseOrder order) {
        String name = order.source().name();
        Validation validation = validator.validate(order.source().path(), Validator.AS_DECLARED, name);
        if (validation.valid()) {
            return new Normalisation.Kept("valid " + validation.kind(), List.of());
        }
        List<Finding> findings = new ArrayList<>(validation.findings());
        String what = validation.kind().isEmpty() ? "it declares no PDF/A" : "it is no valid " + validation.kind();
        findings.add(
                Finding.of(FormatFinding.NO_CONVERTER, name, what + ", and there is no converter from PDF to PDF/A"));
        return new Normalisation.Kept("no converter", findings);
    }

    /** Why a source must not be given to a converter: it is not what it says, cannot be read, or only in part. */
    private static Optional<Finding> unfit(Extraction source, NormaliseOrder order) {
        for (Finding finding : source.findings()) {
            boolean whole = finding.where().equals(order.source().name());
            if (whole
                    && (finding.code() == FormatFinding.ENCRYPTED
                            || finding.code() == FormatFinding.DAMAGED
                            || finding.code() == FormatFinding.BOMB
                            || finding.code() == FormatFinding.TEXT_LIMIT
                            || finding.code() == FormatFinding.EMPTY_FILE
                            || finding.code() == FormatFinding.UNKNOWN)) {
                return Optional.of(finding);
            }
        }
        Identification.Method method = source.identification().method();
        if (OfficeConverter.reads(source.identification().mime()) && method == Identification.Method.EXTENSION) {
            return Optional.of(Finding.of(
                    FormatFinding.UNKNOWN, order.source().name(), "only its name says that it is an office file"));
        }
        return Optional.empty();
    }

    private Optional<Normalisation> byOffice(
            NormaliseOrder order, String mime, Extraction source, List<Finding> findings) throws IOException {
        String name = order.source().name();
        if (office.isEmpty()) {
            findings.add(Finding.of(
                    FormatFinding.ENGINE_MISSING,
                    name,
                    "LibreOffice is not installed: this is a content rendition; " + Formats.OFFICE_INSTALL));
            return Optional.empty();
        }
        OfficeConverter suite = office.get();
        Optional<Path> pdf =
                suite.convert(order.source().path(), mime, EXTENSIONS.getOrDefault(mime, "bin"), order.outFolder());
        if (pdf.isEmpty()) {
            findings.add(Finding.of(FormatFinding.ENGINE_FAILED, name, "LibreOffice made nothing of it"));
            return Optional.empty();
        }
        Made made = new Made(
                pdf.get(),
                Normalisation.Kind.PRESERVATION,
                suite.engine(),
                "pdfa-2b",
                SHARE_OFFICE_MAX,
                Page.of(CleanHtml.page(), "", List.of()),
                List.of());
        Normalisation checked = checked(order, made, wholeText(source));
        if (checked instanceof Normalisation.Normalised) {
            return Optional.of(checked);
        }
        findings.addAll(checked.findings());
        return Optional.empty();
    }

    private Normalisation byPage(NormaliseOrder order, String mime, Extraction source, List<Finding> findings)
            throws IOException {
        FileInput file = order.source();
        boolean structure = false;
        Page page;
        String text = wholeText(source);
        try {
            if (mime.equals("message/rfc822")) {
                page = PageOfMail.of(file);
                text = mailText(source);
            } else if (PAGES.contains(mime)) {
                page = PageOfText.html(file);
            } else if (TABLES.contains(mime)) {
                page = PageOfText.table(file, mime);
            } else if (OfficeConverter.reads(mime) || mime.equals("application/vnd.ms-outlook")) {
                page = structure(file);
                structure = true;
            } else if (mime.startsWith("text/") || mime.equals("application/json")) {
                page = PageOfText.plain(file);
            } else {
                findings.add(Finding.of(FormatFinding.NO_CONVERTER, file.name(), "no converter for " + mime));
                return new Normalisation.Refused(findings);
            }
        } catch (PageOfText.TooLong e) {
            findings.add(
                    Finding.of(FormatFinding.NO_CONVERTER, file.name(), "too long for a rendition: " + e.getMessage()));
            return new Normalisation.Refused(findings);
        }
        findings.addAll(page.findings());
        return laidOut(order, page, structure, text, findings);
    }

    private Page structure(FileInput file) throws IOException {
        TikaPage page = TikaPage.of(file, tika);
        Document dirty = Jsoup.parse(page.xhtml());
        return Page.of(CleanHtml.of(dirty, page.pictures()).document(), "", List.of());
    }

    private Normalisation laidOut(
            NormaliseOrder order, Page page, boolean structure, String text, List<Finding> findings)
            throws IOException {
        String name = order.source().name();
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode some) {
                        some.text(glyphs.writable(some.getWholeText()));
                    }
                },
                page.html());
        Path pdf = order.outFolder().resolve("page.pdf");
        try {
            writer.write(page.html(), title(order, page), order.language(), pdf);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(pdf);
            findings.add(Finding.of(
                    FormatFinding.ENGINE_FAILED,
                    name,
                    "cannot be laid out: " + e.getClass().getSimpleName()));
            return new Normalisation.Refused(findings);
        }
        Normalisation.Kind kind = structure ? Normalisation.Kind.CONTENT : Normalisation.Kind.PRESERVATION;
        Made made = new Made(pdf, kind, PdfWriter.ENGINE, "pdfa-2a", SHARE_MAX, page, findings);
        return checked(order, made, text);
    }

    private static String title(NormaliseOrder order, Page page) {
        if (!order.title().isBlank()) {
            return order.title();
        }
        if (!page.title().isBlank()) {
            return page.title();
        }
        return order.source().name().isBlank() ? "Utan titel" : order.source().name();
    }

    /** Believes a PDF, or throws it away. */
    private Normalisation checked(NormaliseOrder order, Made made, String sourceText) throws IOException {
        String name = order.source().name();
        List<Finding> findings = new ArrayList<>(made.findings());
        Validation validation = validator.validate(made.pdf(), made.flavour(), name);
        if (!validation.valid()) {
            String rules =
                    validation.failures().stream().map(f -> f.code()).limit(8).collect(Collectors.joining(", "));
            return away(made, findings, FormatFinding.RENDITION_INVALID, name, made.engine() + " broke " + rules);
        }
        Extraction output = reading.extract(FileInput.of(made.pdf()));
        String text = wholeText(output);
        TextComparison comparison = TextComparison.of(
                glyphs.writable(sourceText),
                text,
                glyphs.writable(made.page().own()) + pageNumbers(made, output),
                glyphs.writable(made.page().allowed()) + listNumbers(made.page()));
        if (comparison.words() > 0 && text.isBlank()) {
            return away(made, findings, FormatFinding.RENDITION_EMPTY, name, made.engine() + " wrote no text");
        }
        if (!comparison.same(made.shareMax(), made.shareMax())) {
            String message = made.engine() + " lost " + comparison.missing() + " of " + comparison.words()
                    + " words and wrote " + comparison.foreign() + " that the source has not";
            return away(made, findings, FormatFinding.RENDITION_TEXT_DIFFERS, name, message);
        }
        Path rendition = order.outFolder().resolve(fileName(name));
        Files.move(made.pdf(), rendition);
        String puid = made.flavour().equals("pdfa-2a") ? "fmt/476" : "fmt/477";
        return new Normalisation.Normalised(
                rendition, puid, "application/pdf", made.kind(), made.engine(), validation, findings, "");
    }

    /** What our layout writes at the foot of each page: its number, and how many there are. */
    private static String pageNumbers(Made made, Extraction output) {
        if (!made.engine().equals(PdfWriter.ENGINE)) {
            return "";
        }
        int pages = output.text().parts().stream()
                .filter(part -> part.path().equals(PartTree.ROOT))
                .mapToInt(part -> part.pages().size())
                .sum();
        return IntStream.rangeClosed(1, pages)
                .mapToObj(page -> "\n" + page + " (" + pages + ")")
                .collect(Collectors.joining());
    }

    /** What a layout may write before the items of numbered lists. */
    private static String listNumbers(Page page) {
        return IntStream.rangeClosed(1, page.html().select("ol > li").size())
                .mapToObj(number -> "\n" + number)
                .collect(Collectors.joining());
    }

    private static Normalisation away(
            Made made, List<Finding> findings, FormatFinding code, String name, String message) throws IOException {
        Files.deleteIfExists(made.pdf());
        findings.add(Finding.of(code, name, message));
        return new Normalisation.Refused(findings);
    }

    /** The text of the file itself, all pages. */
    private static String wholeText(Extraction extraction) {
        return text(extraction, Set.of(PartTree.ROOT));
    }

    /** The header and the bodies of a mail; what is attached is listed in the rendition, not repeated. */
    private static String mailText(Extraction extraction) {
        Set<String> all = extraction.parts().stream().map(PartFacts::path).collect(Collectors.toSet());
        Set<String> paths = extraction.parts().stream()
                .filter(part -> part.path().equals(PartTree.ROOT)
                        || (part.name().isEmpty() && part.puid().isEmpty()))
                .filter(part -> part.path().equals(PartTree.ROOT) || part.mime().startsWith("text/"))
                .map(PartFacts::path)
                .filter(path -> !isInAnAttachment(path, all))
                .collect(Collectors.toSet());
        return text(extraction, paths);
    }

    /** Whether a part lies in another one: the body of an attached mail is no body of the mail it is attached to. */
    private static boolean isInAnAttachment(String path, Set<String> all) {
        for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
            if (all.contains(path.substring(0, dot))) {
                return true;
            }
        }
        return false;
    }

    private static String text(Extraction extraction, Set<String> paths) {
        StringBuilder text = new StringBuilder();
        for (TextPart part : extraction.text().parts()) {
            if (paths.contains(part.path())) {
                for (TextPage page : part.pages()) {
                    text.append(page.text()).append('\n');
                }
            }
        }
        return text.toString();
    }

    /** A name of letters, digits, dash and underscore, ending in {@code .pdf}. */
    static String fileName(String source) {
        int dot = source.lastIndexOf('.');
        String stem = dot > 0 ? source.substring(0, dot) : source;
        String safe = stem.replaceAll("[^\\p{L}\\p{N}_-]+", "-").replaceAll("^-+|-+$", "");
        String some = safe.length() > 80 ? safe.substring(0, 80) : safe;
        return (some.isEmpty() ? "rendition" : some.toLowerCase(Locale.ROOT)) + ".pdf";
    }
}
