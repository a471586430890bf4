package se.sigill.app.demo;

import java.util.List;
import java.util.regex.Pattern;

/** SpreadsheetML (ECMA-376 part 1, chapter 18): one sheet, text in the first column, numbers as numbers. */
final class XlsxForm {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");

    private static final String WORKBOOK = "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATION
            + "\"><sheets><sheet name=\"Blad1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";

    private static final String STYLES = "<styleSheet xmlns=\"" + MAIN + "\"><fonts count=\"2\">"
            + "<font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
            + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + "<cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
            + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/></cellXfs>"
            + "</styleSheet>";

    private XlsxForm() {}

    static byte[] write(Paper paper) {
        String types = new OfficeParts.ContentTypes()
                .part("xl/workbook.xml", TYPE + "sheet.main+xml")
                .part("xl/worksheets/sheet1.xml", TYPE + "worksheet+xml")
                .part("xl/styles.xml", TYPE + "styles+xml")
                .xml();
        return new ZipParts()
                .xml("[Content_Types].xml", types)
                .xml("_rels/.rels", OfficeParts.packageRelations("xl/workbook.xml"))
                .xml("docProps/core.xml", OfficeParts.coreProperties(paper))
                .xml("xl/workbook.xml", WORKBOOK)
                .xml(
                        "xl/_rels/workbook.xml.rels",
                        OfficeParts.relations("worksheet", "worksheets/sheet1.xml", "styles", "styles.xml"))
                .xml("xl/worksheets/sheet1.xml", sheet(paper))
                .xml("xl/styles.xml", STYLES)
                .bytes();
    }

    private static StringBuilder sheet(Paper paper) {
        StringBuilder out = new StringBuilder(8192)
                .append("<worksheet xmlns=\"")
                .append(MAIN)
                .append("\"><cols><col min=\"1\" max=\"1\" width=\"44\" customWidth=\"1\"/></cols><sheetData>");
        int row = 0;
        for (Block block : paper.blocks()) {
            row++;
            switch (block) {
                case Block.Row(List<String> cells) -> row(out, row, cells, 0);
                case Block.Heading(int _, String text) -> row(out, row, List.of(text), 1);
                case Block.Paragraph(String text) -> row(out, row, List.of(text), 0);
                case Block.Item(String text) -> row(out, row, List.of(text), 0);
                case Block.PageBreak() -> row(out, row, List.of(), 0);
            }
        }
        return out.append("</sheetData></worksheet>");
    }

    private static void row(StringBuilder out, int row, List<String> cells, int style) {
        out.append("<row r=\"").append(row).append("\">");
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            if (cell.isEmpty()) {
                continue;
            }
            out.append("<c r=\"").append((char) ('A' + column)).append(row);
            out.append("\" s=\"").append(style).append('"');
            if (NUMBER.matcher(cell).matches()) {
                out.append("><v>").append(cell).append("</v></c>");
            } else {
                out.append(" t=\"inlineStr\"><is><t>")
                        .append(ZipParts.escape(cell))
                        .append("</t></is></c>");
            }
        }
        out.append("</row>");
    }
}
