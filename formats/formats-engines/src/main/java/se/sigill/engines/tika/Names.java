package se.sigill.engines.tika;

import java.util.List;
import java.util.Map;
import se.sigill.formats.PartFacts.Meta;

/** Which of Tika's names mean which of ours, the better one first. */
final class Names {
    static final Map<String, List<String>> ALL = Map.ofEntries(
            Map.entry(Meta.TITLE, List.of("dc:title")),
            Map.entry(Meta.AUTHOR, List.of("dc:creator", "meta:last-author")),
            Map.entry(Meta.CREATED, List.of("dcterms:created")),
            Map.entry(Meta.MODIFIED, List.of("dcterms:modified")),
            Map.entry(Meta.LANGUAGE, List.of("dc:language")),
            Map.entry(Meta.SUBJECT, List.of("dc:subject", "cp:subject")),
            Map.entry(Meta.KEYWORDS, List.of("meta:keyword")),
            Map.entry(Meta.PAGES, List.of("xmpTPg:NPages", "meta:page-count", "meta:slide-count")),
            Map.entry(
                    Meta.SOFTWARE,
                    List.of("xmp:CreatorTool", "pdf:docinfo:creator_tool", "extended-properties:Application")),
            Map.entry(Meta.MESSAGE_ID, List.of("Message:Raw-Header:Message-ID")),
            Map.entry(Meta.FROM, List.of("Message-From")),
            Map.entry(Meta.TO, List.of("Message-To")),
            Map.entry(Meta.CC, List.of("Message-Cc")),
            Map.entry(Meta.BCC, List.of("Message-Bcc")));

    private Names() {}
}
