package se.sigill.engines.rendition;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import se.sigill.core.finding.Finding;
import se.sigill.engines.html.CleanHtml;
import se.sigill.engines.html.HtmlBytes;
import se.sigill.engines.html.HtmlText;
import se.sigill.engines.mail.MimeEntity;
import se.sigill.engines.mail.MimeWalk;
import se.sigill.engines.part.PartTree;
import se.sigill.engines.tika.Charsets;
import se.sigill.formats.FileInput;

/** The page of a mail: its header, its body with the pictures sent along, and a list of what is attached. */
final class PageOfMail implements MimeWalk.Visitor {
    private static final int PICTURE_BYTES_MAX = 8 << 20;
    private static final int PICTURES_BYTES_MAX = 32 << 20;

    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif");

    private static final List<String> HEADER = List.of("From", "To", "Cc", "Bcc", "Date", "Subject");

    private final List<Body> bodies = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private final Map<String, String> pictures = new HashMap<>();
    private MimeEntity header = new MimeEntity();
    private int picturesLeft = PICTURES_BYTES_MAX;

    private record Body(boolean html, String text) {}

    private record Attachment(String name, String mime, long sizeBytes, String sha256) {}

    private PageOfMail() {}

    static Page of(FileInput file) throws IOException {
        PageOfMail mail = new PageOfMail();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.path()))) {
            MimeWalk.walk(in, mail);
        }
        return mail.page(file.name());
    }

    @Override
    public void message(MimeEntity entity) {
        header = entity;
    }

    @Override
    public void leaf(String path, MimeEntity entity, InputStream bytes) throws IOException {
        if (entity.bodyText()) {
            byte[] body = bytes.readNBytes(PageOfText.BYTES_MAX + 1);
            if (body.length > PageOfText.BYTES_MAX) {
                throw new PageOfText.TooLong();
            }
            if (entity.mime().equals("text/html")) {
                String charset = Charsets.named(entity.charset()).isPresent() ? entity.charset() : "";
                bodies.add(new Body(true, HtmlBytes.of(body, charset).text()));
            } else {
                bodies.add(new Body(false, Charsets.decode(body, Charsets.of(body, entity.charset()))));
            }
            return;
        }
        boolean picture =
                PICTURES.contains(entity.mime()) && !entity.contentId().isEmpty();
        var digest = PartTree.sha256();
        byte[] head = bytes.readNBytes(picture ? Math.min(PICTURE_BYTES_MAX, picturesLeft) : 0);
        digest.update(head);
        long size = head.length;
        byte[] buffer = new byte[1 << 16];
        for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
            digest.update(buffer, 0, n);
            size += n;
        }
        if (picture && size == head.length) {
            picturesLeft -= head.length;
            String data =
                    "data:" + entity.mime() + ";base64," + Base64.getEncoder().encodeToString(head);
            pictures.putIfAbsent(entity.contentId(), data);
        }
        String sha256 = HexFormat.of().formatHex(digest.digest());
        attachments.add(new Attachment(PartTree.oneLine(entity.name()), entity.mime(), size, sha256));
    }

    private Page page(String name) {
        Document page = CleanHtml.page();
        String subject = PartTree.oneLine(header.text("subject"));
        String heading = subject.isEmpty() ? "E-post" : subject;
        page.body().appendElement("h1").text(heading);
        Element table = page.body().appendElement("table").addClass("header");
        for (String field : HEADER) {
            String value = header.text(field.toLowerCase(Locale.ROOT));
            if (!value.isEmpty()) {
                Element row = table.appendElement("tr");
                row.appendElement("th").text(field + ":");
                row.appendElement("td").text(value);
            }
        }
        if (table.childrenSize() == 0) {
            table.remove();
        }
        page.body().appendElement("hr");
        List<Finding> findings = bodies(page, name);
        String list = attachments(page);
        String bodyTexts = String.join(
                "\n",
                bodies.stream()
                        .map(body -> body.html() ? HtmlText.of(body.text()) : body.text())
                        .toList());
        return new Page(page, subject, heading + "\n" + list, bodyTexts, findings);
    }

    private List<Finding> bodies(Document page, String name) {
        List<Finding> findings = new ArrayList<>();
        StringBuilder shown = new StringBuilder();
        for (Body body : bodies) {
            if (body.html()) {
                shown.append(HtmlText.of(body.text())).append('\n');
            }
        }
        for (Body body : bodies) {
            if (body.html()) {
                CleanHtml clean = CleanHtml.of(Jsoup.parse(body.text()), pictures);
                findings.addAll(PageOfText.remote(clean, name));
                page.body().appendElement("div").append(clean.document().body().html());
            } else if (shown.isEmpty()
                    || !TextComparison.of(body.text(), shown.toString()).same(0, Double.MAX_VALUE)) {
                // The plain body beside an HTML one is shown only if it says something else.
                PageOfText.lines(page.body().appendElement("div"), body.text());
            }
        }
        return findings;
    }

    /** @return the text of the list, empty if there is none */
    private String attachments(Document page) {
        if (attachments.isEmpty()) {
            return "";
        }
        page.body().appendElement("hr");
        page.body().appendElement("h2").text("Bilagor");
        Element list = page.body().appendElement("ul").addClass("note");
        StringBuilder text = new StringBuilder("Bilagor");
        for (Attachment attachment : attachments) {
            String what = attachment.name().isEmpty() ? attachment.mime() : attachment.name();
            String line = what + " (" + attachment.mime() + ", " + attachment.sizeBytes() + " byte, SHA-256 "
                    + attachment.sha256() + ")";
            list.appendElement("li").text(line);
            text.append('\n').append(line);
        }
        return text.toString();
    }
}
