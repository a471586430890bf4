package se.sigill.staff.page;

import java.util.ArrayList;
import java.util.List;
import se.sigill.look.Language;

/** What is said where there is no image of a page. */
public final class ImageWords {
    private static final int LINE_CHARS_MAX = 44;
    private static final int LINES_MAX = 12;
    private static final int LINE_HEIGHT = 30;
    private static final int TOP = 60;

    private ImageWords() {}

    public static String cannotBeDrawn(Language l) {
        return l.say(
                "Sidan går inte att visa som bild: filen är skyddad, skadad, för stor eller av ett format som inte"
                        + " ritas här. Hämta filen om du vill se hur den ser ut.",
                "The page cannot be shown as an image: the file is protected, damaged, too large or of a format that"
                        + " is not drawn here. Fetch the file to see how it looks.");
    }

    /** @param why what stopped it and what to do; holds nothing of a record */
    public static String notNow(String why, Language l) {
        return l.say("Sidan kan inte visas som bild just nu: ", "The page cannot be shown as an image now: ") + why;
    }

    /** The words as an image, where only an image is shown. */
    public static String svg(String words) {
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 480\""
                + " role=\"img\"><rect width=\"720\" height=\"480\" fill=\"#f2f5f7\"/>"
                + "<g font-family=\"system-ui, sans-serif\" font-size=\"24\" fill=\"#14191e\">");
        int y = TOP;
        for (String line : lines(words)) {
            svg.append("<text x=\"48\" y=\"")
                    .append(y)
                    .append("\">")
                    .append(escaped(line))
                    .append("</text>");
            y += LINE_HEIGHT;
        }
        return svg.append("</g></svg>").toString();
    }

    private static List<String> lines(String words) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split("\\s+")) {
            if (!line.isEmpty() && line.length() + word.length() >= LINE_CHARS_MAX) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines.subList(0, Math.min(lines.size(), LINES_MAX));
    }

    private static String escaped(String text) {
        return text.replaceAll("\\p{Cntrl}", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
