package se.sigill.core.archive;

import java.security.KeyPair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.sigill.core.keys.KeyName;
import se.sigill.core.keys.KeyRing;
import se.sigill.core.log.Act;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogReader;
import se.sigill.core.tlog.NoteKey;
import se.sigill.core.tlog.NoteSigner;

/** The log key of the ring in the form in which a log signs ({@code docs/formats/log.md} §4), and those before it. */
public final class LogKeys {
    private static final List<String> NAMING = List.of("{\"act\":\"Founded\"", "{\"act\":\"KeyRotated\"");

    private LogKeys() {}

    /** @param archive the archive's name, which the key carries */
    public static NoteSigner signer(KeyRing keys, String archive) {
        KeyPair pair = keys.pair(KeyName.LOG);
        return new NoteSigner(NoteKey.of(archive + "/sigill", pair.getPublic()), pair.getPrivate());
    }

    /** Every log key that the acts name, the first one first. Reads the log through. */
    public static List<NoteKey> all(LogReader log) {
        return named(log).keySet().stream().map(NoteKey::parse).toList();
    }

    /** Those among them of which nobody has said that somebody else had them. */
    public static List<NoteKey> believed(LogReader log) {
        return named(log).entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(key -> NoteKey.parse(key.getKey()))
                .toList();
    }

    private static Map<String, Boolean> named(LogReader log) {
        Map<String, Boolean> named = new LinkedHashMap<>();
        try (Stream<LogEntry> entries = log.entries(0, log.head().size())) {
            // The text is enough to pass over the others: to parse every act of a large log takes minutes.
            entries.filter(entry -> entry instanceof LogEntry.Kept kept
                            && NAMING.stream().anyMatch(kept.text()::startsWith))
                    .map(entry -> ((LogEntry.Kept) entry).act())
                    .forEach(act -> take(act, named));
        }
        return named;
    }

    private static void take(Act act, Map<String, Boolean> named) {
        switch (act) {
            case Act.Founded founded -> named.put(founded.logKey(), true);
            case Act.KeyRotated rotated
            when rotated.key().equals("log") -> {
                named.put(rotated.oldKey(), rotated.compromisedSince().isEmpty());
                named.put(rotated.newKey(), true);
            }
            default -> {}
        }
    }
}
