package se.sigill.app.demo;

import java.util.ArrayList;
import java.util.List;

/** PresentationML (ECMA-376 part 1, chapter 19): a slide for each section, its heading as title, the rest as text. */
final class PptxForm {
    private static final String P = "http://schemas.openxmlformats.org/presentationml/2006/main";
    private static final String A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static final String R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String NAMESPACES = " xmlns:a=\"" + A + "\" xmlns:r=\"" + R + "\" xmlns:p=\"" + P + "\"";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.presentationml.";
    private static final String THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml";

    private static final String EMPTY_TREE = "<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/>"
            + "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/></p:spTree></p:cSld>";

    private static final String MASTER = "<p:sldMaster" + NAMESPACES + ">" + EMPTY_TREE
            + "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\""
            + " accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\""
            + " folHlink=\"folHlink\"/><p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/>"
            + "</p:sldLayoutIdLst></p:sldMaster>";

    private static final String LAYOUT = "<p:sldLayout" + NAMESPACES + " type=\"blank\">" + EMPTY_TREE
            + "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>";

    private PptxForm() {}

    static byte[] write(Paper paper) {
        List<List<Block>> slides = paper.sections();
        ZipParts zip = new ZipParts()
                .xml("[Content_Types].xml", types(slides.size()))
                .xml("_rels/.rels", OfficeParts.packageRelations("ppt/presentation.xml"))
                .xml("docProps/core.xml", OfficeParts.coreProperties(paper))
                .xml("ppt/presentation.xml", presentation(slides.size()))
                .xml("ppt/_rels/presentation.xml.rels", presentationRelations(slides.size()))
                .xml("ppt/slideMasters/slideMaster1.xml", MASTER)
                .xml(
                        "ppt/slideMasters/_rels/slideMaster1.xml.rels",
                        OfficeParts.relations(
                                "slideLayout", "../slideLayouts/slideLayout1.xml", "theme", "../theme/theme1.xml"))
                .xml("ppt/slideLayouts/slideLayout1.xml", LAYOUT)
                .xml(
                        "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
                        OfficeParts.relations("slideMaster", "../slideMasters/slideMaster1.xml"))
                .xml("ppt/theme/theme1.xml", theme());
        for (int i = 0; i < slides.size(); i++) {
            zip.xml("ppt/slides/slide" + (i + 1) + ".xml", slide(slides.get(i)));
            zip.xml(
                    "ppt/slides/_rels/slide" + (i + 1) + ".xml.rels",
                    OfficeParts.relations("slideLayout", "../slideLayouts/slideLayout1.xml"));
        }
        return zip.bytes();
    }

    private static String types(int slides) {
        OfficeParts.ContentTypes types = new OfficeParts.ContentTypes()
                .part("ppt/presentation.xml", TYPE + "presentation.main+xml")
                .part("ppt/slideMasters/slideMaster1.xml", TYPE + "slideMaster+xml")
                .part("ppt/slideLayouts/slideLayout1.xml", TYPE + "slideLayout+xml")
                .part("ppt/theme/theme1.xml", THEME_TYPE);
        for (int i = 1; i <= slides; i++) {
            types.part("ppt/slides/slide" + i + ".xml", TYPE + "slide+xml");
        }
        return types.xml();
    }

    private static String presentation(int slides) {
        StringBuilder out = new StringBuilder("<p:presentation")
                .append(NAMESPACES)
                .append("><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst>")
                .append("<p:sldIdLst>");
        for (int i = 0; i < slides; i++) {
            out.append("<p:sldId id=\"").append(256 + i);
            out.append("\" r:id=\"rId").append(i + 2).append("\"/>");
        }
        return out.append("</p:sldIdLst><p:sldSz cx=\"9144000\" cy=\"6858000\"/>")
                .append("<p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>")
                .toString();
    }

    private static String presentationRelations(int slides) {
        List<String> relations = new ArrayList<>(List.of("slideMaster", "slideMasters/slideMaster1.xml"));
        for (int i = 1; i <= slides; i++) {
            relations.add("slide");
            relations.add("slides/slide" + i + ".xml");
        }
        return OfficeParts.relations(relations.toArray(new String[0]));
    }

    private static String slide(List<Block> section) {
        StringBuilder out = new StringBuilder("<p:sld")
                .append(NAMESPACES)
                .append("><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/>")
                .append("</p:nvGrpSpPr><p:grpSpPr/>");
        List<Block> body = section;
        if (section.getFirst() instanceof Block.Heading(int _, String text)) {
            shape(out, 2, "title", 457200, 1143000, List.of(text));
            body = section.subList(1, section.size());
        }
        List<String> lines = body.stream().map(Block::text).toList();
        if (!lines.isEmpty()) {
            shape(out, 3, "body", 1700000, 4500000, lines);
        }
        return out.append("</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>")
                .toString();
    }

    /** A shape over the whole width, from the given top and of the given height in English Metric Units. */
    private static void shape(StringBuilder out, int id, String role, int topEmu, int heightEmu, List<String> lines) {
        out.append("<p:sp><p:nvSpPr><p:cNvPr id=\"").append(id).append("\" name=\"");
        out.append(role).append("\"/><p:cNvSpPr/><p:nvPr><p:ph type=\"").append(role);
        out.append("\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"457200\" y=\"")
                .append(topEmu);
        out.append("\"/><a:ext cx=\"8229600\" cy=\"").append(heightEmu);
        out.append("\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>");
        out.append("<p:txBody><a:bodyPr/><a:lstStyle/>");
        for (String line : lines) {
            out.append("<a:p><a:r><a:rPr lang=\"sv-SE\"/><a:t>");
            out.append(ZipParts.escape(line)).append("</a:t></a:r></a:p>");
        }
        out.append("</p:txBody></p:sp>");
    }

    /** The smallest theme the schema allows: twelve colours, two fonts, three of each kind of line and fill. */
    private static String theme() {
        String[] names = {
            "dk1",
            "lt1",
            "dk2",
            "lt2",
            "accent1",
            "accent2",
            "accent3",
            "accent4",
            "accent5",
            "accent6",
            "hlink",
            "folHlink"
        };
        String[] colours = {
            "1B1B1B", "FFFFFF", "1F3A5F", "F2EFE6", "2C6E63", "B5651D", "7A1F2B", "4B5D8A", "8A7B2C", "5A5A5A",
            "1F4FA0", "5A2C7A"
        };
        StringBuilder scheme = new StringBuilder();
        for (int i = 0; i < names.length; i++) {
            scheme.append("<a:").append(names[i]).append("><a:srgbClr val=\"").append(colours[i]);
            scheme.append("\"/></a:").append(names[i]).append('>');
        }
        String fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
        String font = "<a:latin typeface=\"Calibri\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>";
        return "<a:theme xmlns:a=\"" + A + "\" name=\"Lindhult\"><a:themeElements><a:clrScheme name=\"Lindhult\">"
                + scheme + "</a:clrScheme><a:fontScheme name=\"Lindhult\"><a:majorFont>" + font
                + "</a:majorFont><a:minorFont>" + font + "</a:minorFont></a:fontScheme>"
                + "<a:fmtScheme name=\"Lindhult\"><a:fillStyleLst>" + fill.repeat(3) + "</a:fillStyleLst><a:lnStyleLst>"
                + ("<a:ln>" + fill + "</a:ln>").repeat(3) + "</a:lnStyleLst><a:effectStyleLst>"
                + "<a:effectStyle><a:effectLst/></a:effectStyle>".repeat(3) + "</a:effectStyleLst><a:bgFillStyleLst>"
                + fill.repeat(3) + "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>";
    }
}
