package se.sigill.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The engines there are, as an explicit list: a new format is a line here, an engine in {@code formats-engines}, and a
 * row of the policy.
 */
public final class Formats {
    /** The system property that names the folder of the engines' class path. */
    public static final String ENGINES_PROPERTY = "sigill.engines";

    /** Where office suites lie. A fixed list: a program found by PATH would make results depend on the caller. */
    private static final List<Path> OFFICE_PLACES = List.of(
            Path.of("/usr/lib/libreoffice/program/soffice"),
            Path.of("/usr/lib64/libreoffice/program/soffice"),
            Path.of("/opt/libreoffice/program/soffice"),
            Path.of("/snap/libreoffice/current/lib/libreoffice/program/soffice"),
            Path.of("/Applications/LibreOffice.app/Contents/MacOS/soffice"));

    /** The name of the office suite among the engines. */
    public static final String OFFICE = "LibreOffice";

    public static final String OFFICE_INSTALL = "apt-get install -y --no-install-recommends libreoffice-writer-nogui"
            + " libreoffice-calc-nogui libreoffice-impress-nogui fonts-liberation";

    private static final Pattern VERSION = Pattern.compile("-(\\d[\\w.]*)\\.jar$");

    private Formats() {}

    /**
     * Every engine and whether it is there. Looks at file names only; starts nothing.
     *
     * @param engines the folder of the engines' class path
     */
    public static List<Engine> all(Path engines) {
        Path lib = Files.isDirectory(engines.resolve("lib")) ? engines.resolve("lib") : engines;
        List<String> jars = jars(lib);
        List<Engine> all = new ArrayList<>();
        all.add(inJar(jars, "DROID", "droid-core", "identification by PRONOM"));
        all.add(inJar(jars, "Apache Tika", "tika-core", "text and metadata"));
        all.add(inJar(jars, "Apache James mime4j", "apache-mime4j-core", "mail"));
        all.add(inJar(jars, "openhtmltopdf", "openhtmltopdf-pdfbox", "PDF/A-2a of mail, text, HTML and tables"));
        all.add(inJar(jars, "veraPDF", "validation-model-jakarta", "validation of PDF/A"));
        all.add(office(office()));
        return List.copyOf(all);
    }

    /** The office suite's program, empty if none is installed in a place we look at. */
    public static Optional<Path> office() {
        return OFFICE_PLACES.stream().filter(Files::isExecutable).findFirst();
    }

    private static Engine office(Optional<Path> program) {
        return new Engine(
                OFFICE,
                program.map(Formats::officeVersion).orElse(""),
                "PDF/A-2b of office files",
                program.isPresent(),
                OFFICE_INSTALL);
    }

    /** What the suite's own versionrc says; asking the program would take a second. */
    public static String officeVersion(Path program) {
        Path versions = program.resolveSibling("versionrc");
        try (Stream<String> lines = Files.lines(versions)) {
            return lines.filter(
                            line -> line.startsWith("ReferenceOOoMajorMinor=") || line.startsWith("MsiProductVersion="))
                    .map(line -> line.substring(line.indexOf('=') + 1))
                    .reduce("", (a, b) -> b.length() > a.length() ? b : a);
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }

    private static Engine inJar(List<String> jars, String name, String artifact, String purpose) {
        Optional<String> version = jars.stream()
                .filter(jar -> jar.startsWith(artifact + "-"))
                .map(VERSION::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
        return new Engine(name, version.orElse(""), purpose, version.isPresent(), "");
    }

    private static List<String> jars(Path lib) {
        try (Stream<Path> files = Files.list(lib)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
