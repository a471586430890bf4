package se.sigill.core.aip;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.FormatId;

/** PREMIS 3.0, the subset we write; identifiers are paths in the version. */
public final class PremisXml {
    private static final String PATH = "path";
    private static final String PACKAGE = "urn";
    private static final String LOCAL = "local";

    private PremisXml() {}

    public static byte[] write(Premis premis) {
        XmlOut out = new XmlOut();
        out.start(
                "premis",
                "xmlns",
                "http://www.loc.gov/premis/v3",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "version",
                "3.0");
        out.start("object", "xsi:type", "intellectualEntity");
        identifier(out, "objectIdentifier", PACKAGE, premis.objectId());
        out.end();
        premis.files().forEach(file -> object(out, file));
        for (int i = 0; i < premis.events().size(); i++) {
            event(out, premis, i);
        }
        premis.agents().forEach(agent -> agent(out, agent));
        return out.end().bytes();
    }

    private static void identifier(XmlOut out, String element, String type, String value) {
        out.start(element)
                .text(element + "Type", type)
                .text(element + "Value", value)
                .end();
    }

    private static void object(XmlOut out, FileFact file) {
        out.start("object", "xsi:type", "file");
        identifier(out, "objectIdentifier", PATH, file.path());
        out.start("objectCharacteristics").text("compositionLevel", "0");
        fixity(out, "SHA-256", file.sha256());
        fixity(out, "SHA-512", file.sha512());
        out.text("size", Long.toString(file.sizeBytes()));
        format(out, file.format());
        out.end().text("originalName", file.name());
        if (!file.of().isEmpty()) {
            String source =
                    file.of().contains("#") ? file.of().substring(0, file.of().indexOf('#')) : file.of();
            out.start("relationship").text("relationshipType", "derivation").text("relationshipSubType", "has source");
            identifier(out, "relatedObjectIdentifier", PATH, source);
            out.end();
        }
        out.end();
    }

    private static void fixity(XmlOut out, String algorithm, String digest) {
        out.start("fixity")
                .text("messageDigestAlgorithm", algorithm)
                .text("messageDigest", digest)
                .text("messageDigestOriginator", "Sigill")
                .end();
    }

    private static void format(XmlOut out, FormatId format) {
        out.start("format").start("formatDesignation");
        out.text("formatName", format.name().isEmpty() ? format.mime() : format.name());
        out.end();
        if (!format.puid().isEmpty()) {
            out.start("formatRegistry")
                    .text("formatRegistryName", "PRONOM")
                    .text("formatRegistryKey", format.puid())
                    .text("formatRegistryRole", "specification")
                    .end();
        }
        if (!format.basis().isEmpty()) {
            out.text("formatNote", "identified by " + format.basis());
        }
        out.end();
    }

    private static void event(XmlOut out, Premis premis, int i) {
        Premis.Event event = premis.events().get(i);
        out.start("event");
        identifier(out, "eventIdentifier", LOCAL, "event-" + (i + 1));
        out.text(
                "eventType",
                event.type().word(),
                "authority",
                "eventType",
                "authorityURI",
                "http://id.loc.gov/vocabulary/preservation/eventType");
        out.text("eventDateTime", MetsXml.time(event.at()));
        out.start("eventDetailInformation").text("eventDetail", event.detail()).end();
        out.start("eventOutcomeInformation").text("eventOutcome", event.outcome());
        if (!event.outcomeDetail().isEmpty()) {
            out.start("eventOutcomeDetail")
                    .text("eventOutcomeDetailNote", event.outcomeDetail())
                    .end();
        }
        out.end();
        event.agents().forEach(agent -> identifier(out, "linkingAgentIdentifier", LOCAL, agent));
        event.objects()
                .forEach(object -> identifier(
                        out, "linkingObjectIdentifier", object.equals(premis.objectId()) ? PACKAGE : PATH, object));
        out.end();
    }

    private static void agent(XmlOut out, Premis.Agent agent) {
        out.start("agent");
        identifier(out, "agentIdentifier", LOCAL, agent.id());
        out.text("agentName", agent.name()).text("agentType", agent.type());
        if (!agent.version().isEmpty()) {
            out.text("agentVersion", agent.version());
        }
        out.end();
    }

    /** An object of a PREMIS file as read: enough to compare it with the bytes. */
    public record ReadObject(String path, long sizeBytes, String sha256, String sha512) {}

    /** What we read of a PREMIS. */
    public record Read(
            String objectId, List<ReadObject> objects, List<Premis.Event> events, List<Premis.Agent> agents) {
        public Read {
            objects = List.copyOf(objects);
            events = List.copyOf(events);
            agents = List.copyOf(agents);
        }

        /** With the files of {@code record.json}, which say the same and more. */
        public Premis with(List<FileFact> files) {
            return new Premis(objectId, files, events, agents);
        }
    }

    /** @throws AipException if the bytes are no PREMIS of the shape we write */
    public static Read read(byte[] bytes) {
        PremisReading reading = new PremisReading();
        Xml.read(bytes, reading::element);
        return reading.finish();
    }

    /** Collects the current object, event or agent until the next one begins. */
    private static final class PremisReading {
        private final List<ReadObject> objects = new ArrayList<>();
        private final List<Premis.Event> events = new ArrayList<>();
        private final List<Premis.Agent> agents = new ArrayList<>();
        private final java.util.Map<String, String> facts = new java.util.HashMap<>();
        private final List<String> linkedAgents = new ArrayList<>();
        private final List<String> linkedObjects = new ArrayList<>();
        private String objectId = "";
        private String kind = "";
        private boolean root;

        void element(XMLStreamReader reader) throws XMLStreamException {
            String name = reader.getLocalName();
            switch (name) {
                case "premis" -> root = true;
                case "object", "event", "agent" -> {
                    close();
                    String type = Xml.attribute(reader, "type").orElse("");
                    kind = name.equals("object") ? "object " + type : name;
                }
                case "messageDigestAlgorithm" -> facts.put("algorithm", reader.getElementText());
                case "messageDigest" -> facts.put(fact("algorithm"), reader.getElementText());
                case "linkingAgentIdentifierValue" -> linkedAgents.add(reader.getElementText());
                case "linkingObjectIdentifierValue" -> linkedObjects.add(reader.getElementText());
                case "objectIdentifierValue",
                        "size",
                        "eventType",
                        "eventDateTime",
                        "eventDetail",
                        "eventOutcome",
                        "eventOutcomeDetailNote",
                        "agentIdentifierValue",
                        "agentName",
                        "agentType",
                        "agentVersion" -> facts.put(name, reader.getElementText());
                default -> {
                    // The rest says nothing that we compare or carry on.
                }
            }
        }

        private void close() {
            try {
                switch (kind) {
                    case "object intellectualEntity" -> objectId = fact("objectIdentifierValue");
                    case "object file" ->
                        objects.add(new ReadObject(
                                fact("objectIdentifierValue"),
                                Long.parseLong(fact("size")),
                                fact("SHA-256"),
                                fact("SHA-512")));
                    case "event" ->
                        events.add(new Premis.Event(
                                Premis.EventType.ofWord(fact("eventType")),
                                Instant.parse(fact("eventDateTime")),
                                fact("eventDetail"),
                                fact("eventOutcome"),
                                facts.getOrDefault("eventOutcomeDetailNote", ""),
                                linkedAgents,
                                linkedObjects));
                    case "agent" ->
                        agents.add(new Premis.Agent(
                                fact("agentIdentifierValue"),
                                fact("agentName"),
                                fact("agentType"),
                                facts.getOrDefault("agentVersion", "")));
                    default -> {
                        // Before the first, or a kind we do not write.
                    }
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new AipException("an object or event in the PREMIS is malformed", e);
            }
            facts.clear();
            linkedAgents.clear();
            linkedObjects.clear();
            kind = "";
        }

        private String fact(String name) {
            String value = facts.get(name);
            if (value == null) {
                throw new AipException("the PREMIS has an entry without " + name);
            }
            return value;
        }

        Read finish() {
            close();
            if (!root) {
                throw new AipException("no PREMIS");
            }
            return new Read(objectId, objects, events, agents);
        }
    }
}
