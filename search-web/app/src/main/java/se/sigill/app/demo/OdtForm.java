package se.sigill.app.demo;

import java.util.List;

/** OpenDocument Text 1.2 (ISO/IEC 26300:2015): headings, paragraphs, lists, tables, page breaks. */
final class OdtForm {
    private static final String NS = "urn:oasis:names:tc:opendocument:xmlns:";
    private static final String NAMESPACES = " xmlns:office=\"" + NS + "office:1.0\" xmlns:text=\"" + NS
            + "text:1.0\" xmlns:table=\"" + NS + "table:1.0\" xmlns:style=\"" + NS + "style:1.0\" xmlns:fo=\"" + NS
            + "xsl-fo-compatible:1.0\" xmlns:meta=\"" + NS + "meta:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";

    private static final String MANIFEST = "<manifest:manifest xmlns:manifest=\"" + NS
            + "manifest:1.0\" manifest:version=\"1.2\">"
            + "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.2\""
            + " manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>"
            + file("content.xml") + file("styles.xml") + file("meta.xml") + "</manifest:manifest>";

    private static final String STYLES = "<office:document-styles" + NAMESPACES + " office:version=\"1.2\">"
            + "<office:styles><style:default-style style:family=\"paragraph\"><style:text-properties"
            + " fo:font-size=\"11pt\" fo:language=\"sv\" fo:country=\"SE\"/></style:default-style>"
            + "<style:style style:name=\"Standard\" style:family=\"paragraph\"/>"
            + heading(1, 16) + heading(2, 13) + "</office:styles></office:document-styles>";

    private OdtForm() {}

    static byte[] write(Paper paper) {
        return new ZipParts()
                .stored("mimetype", FileForm.ODT.mediaType())
                .xml("META-INF/manifest.xml", MANIFEST)
                .xml("content.xml", content(paper))
                .xml("styles.xml", STYLES)
                .xml("meta.xml", meta(paper))
                .bytes();
    }

    private static StringBuilder content(Paper paper) {
        StringBuilder out = new StringBuilder(8192)
                .append("<office:document-content")
                .append(NAMESPACES)
                .append(" office:version=\"1.2\"><office:automatic-styles><style:style style:name=\"Break\"")
                .append(" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:paragraph-properties")
                .append(" fo:break-before=\"page\"/></style:style></office:automatic-styles>")
                .append("<office:body><office:text>");
        int table = 0;
        String open = "";
        for (Block block : paper.blocks()) {
            String wanted =
                    switch (block) {
                        case Block.Row _ -> "table:table";
                        case Block.Item _ -> "text:list";
                        case Block.Heading _ -> "";
                        case Block.Paragraph _ -> "";
                        case Block.PageBreak _ -> "";
                    };
            if (!wanted.equals(open)) {
                out.append(open.isEmpty() ? "" : "</" + open + ">");
                out.append(wanted.isEmpty() ? "" : "<" + wanted);
                if (block instanceof Block.Row(List<String> cells)) {
                    table++;
                    out.append(" table:name=\"Tabell").append(table).append("\"><table:table-column");
                    out.append(" table:number-columns-repeated=\"")
                            .append(cells.size())
                            .append("\"/");
                }
                out.append(wanted.isEmpty() ? "" : ">");
                open = wanted;
            }
            block(out, block);
        }
        out.append(open.isEmpty() ? "" : "</" + open + ">");
        return out.append("</office:text></office:body></office:document-content>");
    }

    private static void block(StringBuilder out, Block block) {
        switch (block) {
            case Block.Heading(int level, String text) ->
                out.append("<text:h text:style-name=\"Heading_20_")
                        .append(level)
                        .append("\" text:outline-level=\"")
                        .append(level)
                        .append("\">")
                        .append(ZipParts.escape(text))
                        .append("</text:h>");
            case Block.Paragraph(String text) -> paragraph(out, text);
            case Block.Item(String text) -> {
                out.append("<text:list-item>");
                paragraph(out, text);
                out.append("</text:list-item>");
            }
            case Block.Row(List<String> cells) -> {
                out.append("<table:table-row>");
                for (String cell : cells) {
                    out.append("<table:table-cell office:value-type=\"string\">");
                    paragraph(out, cell);
                    out.append("</table:table-cell>");
                }
                out.append("</table:table-row>");
            }
            case Block.PageBreak() -> out.append("<text:p text:style-name=\"Break\"/>");
        }
    }

    private static void paragraph(StringBuilder out, String text) {
        out.append("<text:p text:style-name=\"Standard\">")
                .append(ZipParts.escape(text))
                .append("</text:p>");
    }

    private static String meta(Paper paper) {
        return "<office:document-meta" + NAMESPACES + " office:version=\"1.2\"><office:meta><dc:title>"
                + ZipParts.escape(paper.title()) + "</dc:title><meta:initial-creator>"
                + ZipParts.escape(paper.author()) + "</meta:initial-creator><dc:creator>"
                + ZipParts.escape(paper.author()) + "</dc:creator><dc:date>" + paper.date()
                + "T09:00:00</dc:date><dc:language>sv-SE</dc:language></office:meta></office:document-meta>";
    }

    private static String file(String name) {
        return "<manifest:file-entry manifest:full-path=\"" + name + "\" manifest:media-type=\"text/xml\"/>";
    }

    private static String heading(int level, int points) {
        return "<style:style style:name=\"Heading_20_" + level + "\" style:display-name=\"Heading " + level
                + "\" style:family=\"paragraph\" style:parent-style-name=\"Standard\" style:default-outline-level=\""
                + level + "\"><style:text-properties fo:font-size=\"" + points
                + "pt\" fo:font-weight=\"bold\"/></style:style>";
    }
}
