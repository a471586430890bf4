package se.sigill.app.serve;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import se.sigill.core.ArchiveException;
import se.sigill.core.disk.Trees;

/** Writes what Liberty reads at its start. Everything is written anew, so nobody edits it and nothing old stays. */
final class LibertyFiles {
    /** The server's log and as many before it, of so many mebibytes each. */
    private static final int LOG_FILES_MAX = 5;

    private static final int LOG_MEBIBYTES_MAX = 5;

    /**
     * For how many nanoseconds Liberty keeps the libraries of a web archive open that nobody reads at the moment. After
     * the 0.02 to 0.2 s of its default, a start opens many of them anew, and reads their lists of files anew. Each
     * number must be larger than the one before and fit an {@code int}, else no web archive starts.
     */
    private static final List<String> KEPT_OPEN = List.of(
            "-Dzip.reaper.quick.pend.min=500000000",
            "-Dzip.reaper.quick.pend.max=1000000000",
            "-Dzip.reaper.slow.pend.min=1500000000",
            "-Dzip.reaper.slow.pend.max=2000000000");

    private final ServerSettings settings;
    private final Installation installation;

    LibertyFiles(ServerSettings settings, Installation installation) {
        this.settings = settings;
        this.installation = installation;
    }

    /** @throws ArchiveException.StorageFailed if the folder of the server cannot be written */
    void write() {
        ServerPlace place = settings.place();
        try {
            PrivateFile.folder(place.logs());
            PrivateFile.folder(place.variables());
            Path password = place.variables().resolve(ServerXml.passwordVariable());
            if (settings.endpoint().plain()) {
                Files.deleteIfExists(password);
            } else {
                String secret = Files.readString(place.key().passwordFile())
                        .lines()
                        .findFirst()
                        .orElse("");
                PrivateFile.replace(password, secret.getBytes(StandardCharsets.UTF_8));
            }
            put(place.xml(), xml());
            PrivateFile.replace(place.bootstrap(), bootstrap().getBytes(StandardCharsets.ISO_8859_1));
            Optional<Path> api = PersistenceApi.of(installation.war(place.server()), place.folder());
            List<String> options = options(api);
            String build = Build.of(installation.war(place.server()), options);
            forgetOtherBuild(build);
            ClassCache cache = ClassCache.of(place, build);
            cache.forgetOthers();
            // The launcher of Java takes the words of the file as it would take them on its command line.
            PrivateFile.replace(
                    place.options(),
                    argumentFile(options, settings.classCache() ? cache.options() : List.of())
                            .getBytes(Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"))));
        } catch (ZipException e) {
            throw new ArchiveException.WrongUsage(
                    "the web archive " + installation.war(place.server()) + " is not whole (" + e.getMessage()
                            + "); delete it and start again with ./sigill, which builds it",
                    e);
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(
                    "the files of the " + place.server().word() + " server cannot be written in " + place.folder()
                            + ": is the disk full or read-only, is the folder somebody else's?",
                    e);
        }
    }

    /**
     * Liberty keeps what it unpacked of a web archive, and tells another by the times of its entries, which are the
     * same in every build. What it keeps is therefore deleted when the build is another.
     */
    private void forgetOtherBuild(String build) throws IOException {
        Path kept = settings.place().workarea();
        Path mark = settings.place().build();
        if (Files.exists(kept) && !(Files.exists(mark) && Files.readString(mark).equals(build))) {
            Trees.delete(kept);
        }
        put(mark, build);
    }

    private static void put(Path file, String text) throws IOException {
        PrivateFile.replace(file, text.getBytes(StandardCharsets.UTF_8));
    }

    String xml() {
        return ServerXml.of(
                settings.endpoint(),
                settings.place().key().file(),
                installation.war(settings.place().server()));
    }

    /** Read before {@code server.xml}, for what must hold from the first line of the log on. */
    String bootstrap() {
        Map<String, String> lines = new TreeMap<>(settings.properties());
        lines.put("com.ibm.ws.logging.console.log.level", "OFF");
        lines.put("com.ibm.ws.logging.copy.system.streams", "false");
        lines.put("com.ibm.ws.logging.max.file.size", Integer.toString(LOG_MEBIBYTES_MAX));
        lines.put("com.ibm.ws.logging.max.files", Integer.toString(LOG_FILES_MAX));
        lines.put("org.osgi.framework.bootdelegation", PersistenceApi.DELEGATED);
        // Lucene tells at every start which instructions it would like to use.
        lines.put("com.ibm.ws.logging.trace.specification", "*=info:org.apache.lucene.*=error");
        return lines.entrySet().stream()
                .map(line -> line.getKey() + "=" + escaped(line.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    /** A value as {@link java.util.Properties#load} reads it. */
    private static String escaped(String value) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' || (c == ' ' && i == 0)) {
                escaped.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** What decides how the process works; the class cache fits one such list only. */
    private List<String> options(Optional<Path> persistenceApi) throws IOException {
        List<String> options = new ArrayList<>(List.of(
                "-Xmx" + settings.heapMebibytes() + "m",
                "-XX:MetaspaceSize=128m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                // What the start needed goes back to the machine.
                "-XX:MinHeapSize=32m",
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=30",
                // A server without memory answers nobody; one that has ended is seen.
                "-XX:+ExitOnOutOfMemoryError",
                // A server that crashes leaves no picture of its memory.
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + crashReport(),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8"));
        // What of Java's own insides this version of Liberty needs it says itself.
        Path opened = installation.liberty().resolve("lib/platform/java/java24.options");
        Files.readAllLines(opened).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(options::add);
        if (settings.javaOptions().stream().noneMatch(word -> word.startsWith("-Xmx"))) {
            // A start makes much that it soon throws away: with room for it, it collects less often.
            options.add("-XX:InitialHeapSize=" + settings.heapMebibytes() / 3 + "m");
        }
        persistenceApi.ifPresent(jar -> options.add("-Xbootclasspath/a:" + jar));
        options.addAll(KEPT_OPEN);
        options.addAll(settings.javaOptions());
        return options;
    }

    /** What Java writes when it crashes has words of its memory in it: outside, what somebody asked for. */
    private Path crashReport() {
        return settings.place().server() == Server.OPEN
                ? Path.of("/dev/null")
                : settings.place().logs().resolve("java-failed-%p.log");
    }

    /** One word a line, each in quotation marks. */
    static String argumentFile(List<String> options, List<String> more) {
        StringBuilder text = new StringBuilder();
        for (List<String> words : List.of(options, more)) {
            for (String word : words) {
                text.append('"')
                        .append(word.replace("\\", "\\\\").replace("\"", "\\\""))
                        .append("\"\n");
            }
        }
        return text.toString();
    }
}
