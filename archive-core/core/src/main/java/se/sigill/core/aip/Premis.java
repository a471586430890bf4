package se.sigill.core.aip;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.sigill.core.record.FileFact;

/**
 * What is known of the files of a version and of what was done to them until it was sealed.
 *
 * @param objectId of the package, {@code urn:sigill:…}
 * @param files one object each, identified by its path
 * @param events in the order of time; each names at least one file or the package, and at least one agent
 */
public record Premis(String objectId, List<FileFact> files, List<Event> events, List<Agent> agents) {
    /** Who did something: always software or the archive's organisation, never a person. */
    public record Agent(String id, String name, String type, String version) {
        public static Agent software(String id, String name, String version) {
            return new Agent(id, name, "software", version);
        }
    }

    /** Kinds of events, with the words of id.loc.gov/vocabulary/preservation/eventType. */
    public enum EventType {
        INGESTION("ingestion"),
        VIRUS_CHECK("virus check"),
        MESSAGE_DIGEST_CALCULATION("message digest calculation"),
        FIXITY_CHECK("fixity check"),
        FORMAT_IDENTIFICATION("format identification"),
        METADATA_EXTRACTION("metadata extraction"),
        VALIDATION("validation"),
        NORMALIZATION("normalization"),
        MIGRATION("migration"),
        REDACTION("redaction");

        private final String word;

        EventType(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        static EventType ofWord(String word) {
            return Stream.of(values())
                    .filter(t -> t.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new AipException("an event type in the PREMIS is unknown"));
        }
    }

    /**
     * Something that was done.
     *
     * @param detail how: tool, parameters, signature versions; no personal data
     * @param outcome {@code success}, {@code warning} or {@code fail}
     * @param outcomeDetail may be empty
     * @param objects paths of files, or the id of the package
     */
    public record Event(
            EventType type,
            Instant at,
            String detail,
            String outcome,
            String outcomeDetail,
            List<String> agents,
            List<String> objects) {
        /** @throws IllegalArgumentException if it names no agent or no object (E-ARK AIP 2.2.0, AIP16) */
        public Event {
            agents = List.copyOf(agents);
            objects = List.copyOf(objects);
            if (agents.isEmpty() || objects.isEmpty()) {
                throw new IllegalArgumentException("an event names an agent and an object");
            }
        }
    }

    /** @throws IllegalArgumentException if an event names an agent or an object that is not here */
    public Premis {
        files = List.copyOf(files);
        events = List.copyOf(events);
        agents = List.copyOf(agents);
        Set<String> known = agents.stream().map(Agent::id).collect(Collectors.toSet());
        Set<String> objects = new HashSet<>(files.stream().map(FileFact::path).toList());
        objects.add(objectId);
        for (Event event : events) {
            if (!known.containsAll(event.agents()) || !objects.containsAll(event.objects())) {
                throw new IllegalArgumentException("an event names an agent or an object that is not there");
            }
        }
    }

    /** The PREMIS of the next version: files as they are now, earlier events and agents kept, these added. */
    public Premis next(List<FileFact> filesNow, List<Event> moreEvents, List<Agent> moreAgents) {
        Set<String> known = agents.stream().map(Agent::id).collect(Collectors.toSet());
        List<Agent> allAgents = Stream.concat(
                        agents.stream(), moreAgents.stream().filter(a -> !known.contains(a.id())))
                .toList();
        List<Event> allEvents =
                Stream.concat(events.stream(), moreEvents.stream()).toList();
        return new Premis(objectId, filesNow, allEvents, allAgents);
    }
}
