package se.sigill.app.demo;

import java.util.List;

/** WordprocessingML (ECMA-376 part 1, chapter 17): headings by style, list items by numbering, tables, page breaks. */
final class DocxForm {
    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String NAMESPACE = " xmlns:w=\"" + W + "\"";

    private static final String STYLES = "<w:styles" + NAMESPACE + ">"
            + "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\"/>"
            + "<w:sz w:val=\"22\"/><w:lang w:val=\"sv-SE\"/></w:rPr></w:rPrDefault></w:docDefaults>"
            + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>"
            + "<w:pPr><w:spacing w:after=\"120\"/></w:pPr></w:style>"
            + heading(1, 32) + heading(2, 26) + "</w:styles>";

    private static final String NUMBERING = "<w:numbering" + NAMESPACE + "><w:abstractNum w:abstractNumId=\"0\">"
            + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\u2022\"/>"
            + "<w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"720\" w:hanging=\"360\"/></w:pPr></w:lvl>"
            + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";

    private DocxForm() {}

    static byte[] write(Paper paper) {
        String types = new OfficeParts.ContentTypes()
                .part("word/document.xml", TYPE + "document.main+xml")
                .part("word/styles.xml", TYPE + "styles+xml")
                .part("word/numbering.xml", TYPE + "numbering+xml")
                .xml();
        return new ZipParts()
                .xml("[Content_Types].xml", types)
                .xml("_rels/.rels", OfficeParts.packageRelations("word/document.xml"))
                .xml("docProps/core.xml", OfficeParts.coreProperties(paper))
                .xml("word/document.xml", document(paper))
                .xml(
                        "word/_rels/document.xml.rels",
                        OfficeParts.relations("styles", "styles.xml", "numbering", "numbering.xml"))
                .xml("word/styles.xml", STYLES)
                .xml("word/numbering.xml", NUMBERING)
                .bytes();
    }

    private static StringBuilder document(Paper paper) {
        StringBuilder out =
                new StringBuilder(8192).append("<w:document").append(NAMESPACE).append("><w:body>");
        boolean inTable = false;
        for (Block block : paper.blocks()) {
            if (inTable && !(block instanceof Block.Row)) {
                out.append("</w:tbl>");
                paragraph(out, "", "");
                inTable = false;
            }
            switch (block) {
                case Block.Heading(int level, String text) ->
                    paragraph(out, "<w:pStyle w:val=\"Heading" + level + "\"/>", text);
                case Block.Paragraph(String text) -> paragraph(out, "", text);
                case Block.Item(String text) ->
                    paragraph(out, "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>", text);
                case Block.Row(List<String> cells) -> {
                    if (!inTable) {
                        out.append("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>");
                        out.repeat("<w:gridCol w:w=\"2400\"/>", cells.size());
                        out.append("</w:tblGrid>");
                        inTable = true;
                    }
                    row(out, cells);
                }
                case Block.PageBreak() -> out.append("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
            }
        }
        out.append(inTable ? "</w:tbl><w:p/>" : "");
        out.append("<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
                + "<w:pgMar w:top=\"1417\" w:right=\"1417\" w:bottom=\"1417\" w:left=\"1417\""
                + " w:header=\"708\" w:footer=\"708\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>");
        return out;
    }

    private static void row(StringBuilder out, List<String> cells) {
        out.append("<w:tr>");
        for (String cell : cells) {
            out.append("<w:tc><w:tcPr><w:tcW w:w=\"2400\" w:type=\"dxa\"/></w:tcPr>");
            paragraph(out, "", cell);
            out.append("</w:tc>");
        }
        out.append("</w:tr>");
    }

    private static void paragraph(StringBuilder out, String properties, String text) {
        out.append("<w:p>");
        if (!properties.isEmpty()) {
            out.append("<w:pPr>").append(properties).append("</w:pPr>");
        }
        if (!text.isEmpty()) {
            out.append("<w:r><w:t xml:space=\"preserve\">")
                    .append(ZipParts.escape(text))
                    .append("</w:t></w:r>");
        }
        out.append("</w:p>");
    }

    private static String heading(int level, int halfPoints) {
        return "<w:style w:type=\"paragraph\" w:styleId=\"Heading" + level + "\"><w:name w:val=\"heading " + level
                + "\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:keepNext/><w:outlineLvl w:val=\"" + (level - 1)
                + "\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"" + halfPoints + "\"/></w:rPr></w:style>";
    }
}
