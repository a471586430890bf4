package se.sigill.app.demo;

/** The parts that all Office Open XML files share (ECMA-376 part 2): content types, relationships, core properties. */
final class OfficeParts {
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String RELATION_TYPE = "application/vnd.openxmlformats-package.relationships+xml";
    private static final String CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml";

    private OfficeParts() {}

    /** A builder of {@code [Content_Types].xml}; the main part first, as identification tools expect it early. */
    static final class ContentTypes {
        private final StringBuilder out = new StringBuilder(512)
                .append("<Types xmlns=\"")
                .append(PACKAGE)
                .append("content-types\">")
                .append("<Default Extension=\"rels\" ContentType=\"" + RELATION_TYPE + "\"/>")
                .append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");

        ContentTypes part(String name, String type) {
            out.append("<Override PartName=\"/").append(name);
            out.append("\" ContentType=\"").append(type).append("\"/>");
            return this;
        }

        String xml() {
            part("docProps/core.xml", CORE_TYPE);
            return out + "</Types>";
        }
    }

    /** The relationships of the whole package: its main part and its properties. */
    static String packageRelations(String mainPart) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
                + "<Relationship Id=\"rId1\" Type=\"" + OFFICE + "officeDocument\" Target=\"" + mainPart + "\"/>"
                + "<Relationship Id=\"rId2\" Type=\"" + PACKAGE
                + "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>";
    }

    /** The relationships of a part: pairs of type (its last word) and target, numbered rId1, rId2 … */
    static String relations(String... typesAndTargets) {
        StringBuilder out =
                new StringBuilder("<Relationships xmlns=\"").append(PACKAGE).append("relationships\">");
        for (int i = 0; i < typesAndTargets.length; i += 2) {
            out.append("<Relationship Id=\"rId").append(i / 2 + 1);
            out.append("\" Type=\"").append(OFFICE).append(typesAndTargets[i]);
            out.append("\" Target=\"").append(typesAndTargets[i + 1]).append("\"/>");
        }
        return out.append("</Relationships>").toString();
    }

    /** Title, author, language and day of the paper as core properties. */
    static String coreProperties(Paper paper) {
        String moment = "<%s xsi:type=\"dcterms:W3CDTF\">" + paper.date() + "T09:00:00Z</%s>";
        return "<cp:coreProperties xmlns:cp=\"" + PACKAGE + "metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                + "<dc:title>" + ZipParts.escape(paper.title()) + "</dc:title>"
                + "<dc:creator>" + ZipParts.escape(paper.author()) + "</dc:creator>"
                + "<dc:language>sv-SE</dc:language>"
                + moment.replace("%s", "dcterms:created")
                + moment.replace("%s", "dcterms:modified") + "</cp:coreProperties>";
    }
}
