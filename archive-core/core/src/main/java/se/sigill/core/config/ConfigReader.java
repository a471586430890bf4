package se.sigill.core.config;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;

/**
 * Reads {@code sigill.conf}: lines {@code key = value}; {@code #} begins a comment line; blank lines are passed over. A
 * relative path is relative to the folder of the file.
 */
public final class ConfigReader {
    private final Map<ConfigKey, String> values = new EnumMap<>(ConfigKey.class);
    private final String source;
    private final Path folder;

    private ConfigReader(String source, Path folder) {
        this.source = source;
        this.folder = folder;
    }

    /**
     * Reads the file; where it does not exist every key has its default.
     *
     * @throws ArchiveException.WrongUsage if a line is wrong; the message names the line and what to do
     */
    public static ArchiveConfig read(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        ConfigReader reader = new ConfigReader(
                String.valueOf(whole.getFileName()),
                Objects.requireNonNull(whole.getParent(), "a configuration file lies in a folder"));
        if (Files.exists(file)) {
            try {
                reader.lines(Files.readAllLines(file));
            } catch (IOException e) {
                throw new ArchiveException.WrongUsage(file + " cannot be read as UTF-8 text: " + e.getMessage(), e);
            }
        }
        return reader.config();
    }

    /** Every key with its default. */
    public static ArchiveConfig defaults() {
        return new ConfigReader("the defaults", Path.of("").toAbsolutePath()).config();
    }

    private void lines(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String where = source + ":" + (i + 1) + ": ";
            int equals = line.indexOf('=');
            if (equals < 0) {
                throw new ArchiveException.WrongUsage(where + "a line is \"key = value\"; this one has no =");
            }
            ConfigKey key = key(where, line.substring(0, equals).strip());
            if (values.put(key, line.substring(equals + 1).strip()) != null) {
                throw new ArchiveException.WrongUsage(where + key.key() + " stands twice; keep one");
            }
        }
    }

    private static ConfigKey key(String where, String name) {
        for (ConfigKey key : ConfigKey.values()) {
            if (key.key().equals(name)) {
                return key;
            }
        }
        throw new ArchiveException.WrongUsage(
                where + "unknown key " + name + "; did you mean " + Nearest.of(name, ConfigKey.names()) + "?");
    }

    private ArchiveConfig config() {
        return new ArchiveConfig(
                new ArchiveConfig.Identity(
                        value(ConfigKey.ARCHIVE_NAME, ConfigReader::name, "a name without blanks, + or line ends"),
                        value(ConfigKey.ARCHIVE_AUTHORITY, Function.identity(), "text"),
                        value(ConfigKey.ARCHIVE_ZONE, ZoneId::of, "a time zone such as Europe/Stockholm"),
                        value(ConfigKey.ARCHIVE_MAIL_DOMAINS, ConfigReader::domains, "domains with commas")),
                new ArchiveConfig.Keys(path(ConfigKey.KEYS_PASSPHRASE_FILE)),
                new ArchiveConfig.Log(path(ConfigKey.LOG_SHIP_TO)),
                new ArchiveConfig.Seal(value(ConfigKey.SEAL_TSA, ConfigReader::tsa, "internal, or an http(s) URL")),
                new ArchiveConfig.Ingest(
                        number(ConfigKey.STORE_SYNC_THREADS, 1, 64),
                        number(ConfigKey.INGEST_BATCH_RECORDS_MAX, 1, 4096),
                        number(ConfigKey.INGEST_BATCH_BYTES_MAX, 1, Integer.MAX_VALUE)),
                new ArchiveConfig.Workers(
                        number(ConfigKey.WORKERS_COUNT, 1, 64),
                        number(ConfigKey.WORKERS_MEMORY_MEBIBYTES, 128, 16_384),
                        duration(ConfigKey.WORKERS_TIME_LIMIT),
                        number(ConfigKey.WORKERS_FILES_MAX, 1, 1_000_000)),
                new ArchiveConfig.Formats(path(ConfigKey.FORMATS_SIGNATURES)),
                new ArchiveConfig.Search(Duration.ofMillis(number(ConfigKey.SEARCH_MILLIS_MAX, 1, 60_000))),
                new ArchiveConfig.Fees(value(
                        ConfigKey.FEES_COPIES_AFTER,
                        text -> either(text, "payment", "acceptance"),
                        "acceptance or payment")),
                servers());
    }

    private ArchiveConfig.Servers servers() {
        Endpoint staff = endpoint(ConfigKey.STAFF_LISTEN, ConfigKey.STAFF_PROTOCOL);
        Endpoint open = endpoint(ConfigKey.OPEN_LISTEN, ConfigKey.OPEN_PROTOCOL);
        if (staff.port() == open.port()) {
            throw new ArchiveException.WrongUsage(source + ": " + ConfigKey.STAFF_LISTEN.key() + " and "
                    + ConfigKey.OPEN_LISTEN.key() + " name the same port; the two servers need one each");
        }
        return new ArchiveConfig.Servers(
                staff,
                open,
                path(ConfigKey.OPEN_HOME).orElseGet(this::outside),
                value(
                        ConfigKey.OPEN_PUBLIC_ADDRESS,
                        ConfigReader::site,
                        "https:// (or http://) and a host, such as https://arkiv.kommun.se: no path, no slash at"
                                + " the end"),
                number(ConfigKey.OPEN_REQUESTS_PER_SECOND, 1, 1_000_000),
                value(
                        ConfigKey.OPEN_TERMINALS,
                        ConfigReader::addresses,
                        "addresses with commas, such as 10.1.2.3, 2001:db8::7: numbers, no names and no networks"),
                value(ConfigKey.SERVE_CLASS_CACHE, text -> either(text, "yes", "no"), "yes or no"),
                Arrays.stream(text(ConfigKey.SERVE_JAVA_OPTIONS).split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    private Path outside() {
        Path name = folder.getFileName();
        return folder.resolveSibling((name == null ? "" : name) + "-outside");
    }

    private Endpoint endpoint(ConfigKey listen, ConfigKey protocol) {
        boolean plain = value(protocol, text -> either(text, "plain", "https"), "https or plain");
        return value(
                listen,
                text -> Endpoint.of(text, plain),
                plain
                        ? "a loopback address and a port, such as 127.0.0.1:8080: " + protocol.key() + " is plain"
                        : "an address and a port, such as 127.0.0.1:8443 or [::1]:8443");
    }

    /** Whether the text is the first of two words. */
    private static boolean either(String text, String first, String second) {
        if (!text.equals(first) && !text.equals(second)) {
            throw new IllegalArgumentException("neither");
        }
        return text.equals(first);
    }

    private <T> T value(ConfigKey key, Function<String, T> read, String expected) {
        String text = text(key);
        try {
            return read.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new ArchiveException.WrongUsage(
                    source + ": " + key.key() + " = " + text + ": expected " + expected, e);
        }
    }

    private String text(ConfigKey key) {
        return values.getOrDefault(key, key.ifAbsent());
    }

    private int number(ConfigKey key, int min, int max) {
        return value(
                key,
                text -> {
                    int number = Integer.parseInt(text);
                    if (number < min || number > max) {
                        throw new IllegalArgumentException("out of range");
                    }
                    return number;
                },
                "a whole number from " + min + " to " + max);
    }

    private Duration duration(ConfigKey key) {
        return value(
                key,
                text -> {
                    Duration duration = Duration.parse(text);
                    if (!duration.isPositive()) {
                        throw new IllegalArgumentException("not positive");
                    }
                    return duration;
                },
                "a duration such as PT10M");
    }

    private Optional<Path> path(ConfigKey key) {
        return value(
                key,
                text -> text.isEmpty()
                        ? Optional.empty()
                        : Optional.of(folder.resolve(Path.of(text)).normalize()),
                "a path");
    }

    private static String name(String text) {
        if (text.isEmpty() || text.chars().anyMatch(c -> c <= ' ' || c == '+')) {
            throw new IllegalArgumentException("not a name");
        }
        return text;
    }

    private static Set<String> domains(String text) {
        return listed(text.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** No name is looked up: whoever answers for names could make any machine a screen of ours. */
    private static Set<InetAddress> addresses(String text) {
        return listed(text).map(InetAddress::ofLiteral).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> listed(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(each -> !each.isEmpty());
    }

    private static Optional<URI> site(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        URI uri = URI.create(text);
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        // Nothing but these three parts: no path, no slash at the end, no query, no name of a user.
        if (!Arrays.asList("http", "https").contains(uri.getScheme())
                || uri.getHost() == null
                || uri.getPort() > Endpoint.PORT_MAX
                || !text.equals(uri.getScheme() + "://" + uri.getHost() + port)) {
            throw new IllegalArgumentException("no address of a site");
        }
        return Optional.of(uri);
    }

    private static Optional<URI> tsa(String text) {
        if (text.equals("internal")) {
            return Optional.empty();
        }
        URI uri = URI.create(text);
        if (!Arrays.asList("http", "https").contains(uri.getScheme())) {
            throw new IllegalArgumentException("no http");
        }
        return Optional.of(uri);
    }
}
