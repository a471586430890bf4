package se.sigill.open.ask;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.sigill.core.fact.PublicEntry;
import se.sigill.core.inbox.AskedLetter;
import se.sigill.zone.Zone;

/**
 * Which public entries somebody means by ids, numbers and links. It asks the public zone alone, so that what is secret
 * and what is not there are the same to it.
 */
final class Lookup {
    /** Lines that are looked up at a time, each by a search; the rest waits for the next form. */
    private static final int LINES_MAX = 20;

    private static final int LINE_MAX = 1_000;

    /** An id at the end of a path or alone. */
    private static final Pattern ID = Pattern.compile("(?:^|/)(" + PublicEntry.ID.pattern() + ")(?:[?#].*)?$");

    private static final Pattern CASE = Pattern.compile("/arende\\?nr=([^&#]+)");

    private final Zone zone;

    Lookup(Zone zone) {
        this.zone = zone;
    }

    /** @param draft with known ids alone, and of what was pasted what is not known @param problems none, one or two */
    record Found(Draft draft, List<Problem> problems) {}

    Found of(Draft draft) {
        Set<String> chosen = new LinkedHashSet<>();
        boolean unknown = false;
        for (String id : draft.records()) {
            if (zone.find(id).isPresent()) {
                chosen.add(id);
            } else {
                unknown = true;
            }
        }
        List<String> left = new ArrayList<>();
        List<String> lines =
                draft.pasted().lines().filter(line -> !line.isBlank()).toList();
        for (int i = 0; i < lines.size(); i++) {
            List<String> ids = i < LINES_MAX ? meant(lines.get(i).strip()) : List.of();
            chosen.addAll(ids);
            if (ids.isEmpty()) {
                left.add(lines.get(i).strip());
            }
        }
        List<Problem> problems = new ArrayList<>();
        if (unknown || !left.isEmpty()) {
            problems.add(Problem.RECORD_UNKNOWN);
        }
        if (chosen.size() > AskedLetter.RECORDS_MAX) {
            problems.add(Problem.RECORDS_TOO_MANY);
        }
        List<String> kept = chosen.stream().limit(AskedLetter.RECORDS_MAX).toList();
        return new Found(draft.with(kept, String.join("\n", left)), problems);
    }

    private List<String> meant(String line) {
        if (line.length() > LINE_MAX) {
            return List.of();
        }
        Matcher id = ID.matcher(line);
        if (id.find()) {
            return zone.find(id.group(1)).map(PublicEntry::id).stream().toList();
        }
        return zone.numbered(number(line)).stream().map(PublicEntry::id).toList();
    }

    private static String number(String line) {
        Matcher link = CASE.matcher(line);
        if (!link.find()) {
            return line;
        }
        try {
            return URLDecoder.decode(link.group(1), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return line;
        }
    }
}
