package se.sigill.engines.office;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import se.sigill.formats.Formats;

/** Runs LibreOffice on one file at a time. */
public final class OfficeConverter {
    private static final Duration LIMIT = Duration.ofSeconds(100);

    private static final Path SANDBOX = Path.of("/usr/bin/bwrap");

    private static final String OPTIONS = "{\"SelectPdfVersion\":{\"type\":\"long\",\"value\":\"2\"},"
            + "\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"},"
            // Together with PDF/A-2 the flag for PDF/UA makes metadata that PDF/A forbids.
            + "\"PDFUACompliance\":{\"type\":\"boolean\",\"value\":\"false\"}}";

    private static final Set<String> SHEETS = Set.of(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.ms-excel");

    private static final Set<String> SLIDES = Set.of(
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.presentation",
            "application/vnd.ms-powerpoint");

    private static final Set<String> TEXTS = Set.of(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.oasis.opendocument.text",
            "application/msword",
            "application/rtf",
            "text/rtf");

    private final Path program;
    private final String version;

    private OfficeConverter(Path program) {
        this.program = program;
        this.version = Formats.officeVersion(program);
    }

    /** The converter, empty if the suite is not installed in a place we look at. */
    public static Optional<OfficeConverter> find() {
        return Formats.office().map(OfficeConverter::new);
    }

    /** Whether this is a format for the suite, installed or not. */
    public static boolean reads(String mime) {
        return SHEETS.contains(mime) || SLIDES.contains(mime) || TEXTS.contains(mime);
    }

    /** Name and version, for records. */
    public String engine() {
        return ("LibreOffice " + version).strip();
    }

    /**
     * Makes a PDF of a file.
     *
     * @param extension the usual one of the format; the suite goes by it
     * @return the new file in {@code folder}; empty if there is none in the time or none at all
     * @throws IOException if the program cannot be started
     */
    public Optional<Path> convert(Path source, String mime, String extension, Path folder) throws IOException {
        Path job = Files.createTempDirectory(folder, "office-");
        try {
            Path input = job.resolve("source." + extension);
            Files.copy(source, input);
            Process process = new ProcessBuilder(command(job, input, mime))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!ended(process)) {
                return Optional.empty();
            }
            Path output = job.resolve("source.pdf");
            if (!Files.isRegularFile(output) || Files.size(output) == 0) {
                return Optional.empty();
            }
            return Optional.of(Files.move(output, folder.resolve("office.pdf")));
        } finally {
            clear(job);
        }
    }

    private static boolean ended(Process process) {
        try {
            if (process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        return false;
    }

    private List<String> command(Path job, Path input, String mime) {
        String filter = SHEETS.contains(mime)
                ? "calc_pdf_Export"
                : SLIDES.contains(mime) ? "impress_pdf_Export" : "writer_pdf_Export";
        List<String> words = new ArrayList<>();
        if (Files.isExecutable(SANDBOX)) {
            // The whole machine is read-only and without network, but for the job's folder.
            words.addAll(List.of(SANDBOX.toString(), "--unshare-net", "--die-with-parent", "--ro-bind", "/", "/"));
            words.addAll(List.of("--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp"));
            words.addAll(List.of("--bind", job.toString(), job.toString(), "--"));
        }
        words.addAll(List.of(
                program.toString(),
                "-env:UserInstallation=" + job.resolve("profile").toUri(),
                "--headless",
                "--norestore",
                "--convert-to",
                "pdf:" + filter + ":" + OPTIONS,
                "--outdir",
                job.toString(),
                input.toString()));
        return words;
    }

    private static void clear(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of an office job cannot be cleared", e);
        }
    }
}
