package se.sigill.engines.mail;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import se.sigill.core.text.TextPage;
import se.sigill.engines.html.HtmlBytes;
import se.sigill.engines.html.HtmlText;
import se.sigill.engines.part.OpenPart;
import se.sigill.engines.part.PageText;
import se.sigill.engines.part.PartContent;
import se.sigill.engines.part.PartReader;
import se.sigill.engines.part.PartTree;
import se.sigill.engines.tika.Charsets;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.PartFacts;
import se.sigill.formats.PartFacts.Meta;

/**
 * Reads a mail: the header as the text of the message itself, bodies directly, attachments by the tree. An HTML
 * body beside a plain one is given only if it has words that the plain one lacks.
 */
public final class MailReader implements PartReader {
    /** A body of more is an attachment by mistake; the rest of it is told as left out. */
    private static final int BODY_BYTES_MAX = 16 << 20;

    private static final Map<String, String> SHOWN =
            Map.of("from", "From", "to", "To", "cc", "Cc", "bcc", "Bcc", "date", "Date", "subject", "Subject");
    private static final List<String> ORDER = List.of("from", "to", "cc", "bcc", "date", "subject");

    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}]{3,}");

    @Override
    public boolean reads(String mime) {
        return mime.equals("message/rfc822");
    }

    @Override
    public PartContent read(OpenPart part, PartTree tree) throws IOException {
        Collector collector = new Collector(part, tree);
        MimeWalk.End end;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(part.file()), 1 << 16)) {
            end = MimeWalk.walk(in, collector);
        } catch (RuntimeException e) {
            end = MimeWalk.End.DAMAGED;
        }
        switch (end) {
            case WHOLE -> {
                // Nothing to tell.
            }
            case DAMAGED ->
                tree.sink().find(damaged(part), part.path(), "the mail breaks off; what stands before is kept");
            case LIMIT ->
                tree.sink()
                        .find(
                                FormatFinding.PARTS_LIMIT,
                                part.path(),
                                "too many or too deep parts; the rest was not read");
        }
        return collector.content();
    }

    private static FormatFinding damaged(OpenPart part) {
        return part.path().equals(PartTree.ROOT) ? FormatFinding.DAMAGED : FormatFinding.PART_DAMAGED;
    }

    private static final class Collector implements MimeWalk.Visitor {
        private final OpenPart part;
        private final PartTree tree;
        private final TreeMap<String, String> metadata = new TreeMap<>();
        private final List<TextPage> pages = new ArrayList<>();
        private Set<String> plainWords = Set.of();

        Collector(OpenPart part, PartTree tree) {
            this.part = part;
            this.tree = tree;
        }

        PartContent content() {
            return new PartContent(pages, metadata);
        }

        @Override
        public void message(MimeEntity header) {
            StringBuilder shown = new StringBuilder();
            for (String name : ORDER) {
                String value = header.text(name);
                if (!value.isEmpty()) {
                    shown.append(SHOWN.get(name)).append(": ").append(value).append('\n');
                    metadata.put(name, limited(name.equals(Meta.DATE) ? date(value) : value));
                }
            }
            for (String name : List.of(Meta.MESSAGE_ID, Meta.IN_REPLY_TO, Meta.REFERENCES)) {
                String value = header.text(name);
                if (!value.isEmpty()) {
                    metadata.put(name, limited(value));
                }
            }
            String subject = metadata.getOrDefault(Meta.SUBJECT, "");
            if (!subject.isEmpty()) {
                metadata.put(Meta.TITLE, subject);
            }
            pages.add(page(shown.toString()));
        }

        private static String date(String value) {
            return MailDate.parse(value)
                    .map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format)
                    .orElse(value);
        }

        private static String limited(String value) {
            return value.length() > 16_000 ? value.substring(0, 16_000) : value;
        }

        private TextPage page(String text) {
            String tidy = PageText.tidy(text);
            return new TextPage(0, tidy.substring(0, tree.sink().text().take(tidy.length())));
        }

        @Override
        public void leaf(String path, MimeEntity entity, InputStream bytes) throws IOException {
            String full = part.childPath(path);
            if (!entity.bodyText()) {
                String name = entity.name();
                tree.open(part, full, name.isEmpty() ? defaultName(entity) : name, bytes);
                return;
            }
            byte[] body = body(full, bytes);
            boolean html = entity.mime().equals("text/html");
            String charset;
            String text;
            if (html) {
                HtmlBytes source =
                        HtmlBytes.of(body, Charsets.named(entity.charset()).isPresent() ? entity.charset() : "");
                charset = source.charset().name();
                text = HtmlText.of(source.text());
                text = sameWords(text) ? "" : text;
            } else {
                var found = Charsets.of(body, entity.charset());
                charset = found.name();
                text = Charsets.decode(body, found);
                plainWords = words(text);
            }
            addBody(full, entity, body, charset, text);
        }

        private void addBody(String path, MimeEntity entity, byte[] body, String charset, String text) {
            if (!tree.sink().mayOpen(path, part.depth())) {
                return;
            }
            TreeMap<String, String> facts = new TreeMap<>();
            facts.put(Meta.CHARSET, charset);
            String sha256 = HexFormat.of().formatHex(PartTree.sha256().digest(body));
            PartFacts known = new PartFacts(path, "", entity.mime(), "", body.length, sha256, facts);
            tree.sink().add(known, text.isEmpty() ? List.of() : List.of(page(text)));
        }

        private byte[] body(String path, InputStream bytes) throws IOException {
            byte[] body = bytes.readNBytes(BODY_BYTES_MAX + 1);
            if (body.length > BODY_BYTES_MAX) {
                tree.sink()
                        .find(
                                FormatFinding.TEXT_LIMIT,
                                path,
                                "only the first " + (BODY_BYTES_MAX >> 20) + " MiB were read");
            }
            return body;
        }

        private boolean sameWords(String html) {
            return !plainWords.isEmpty() && plainWords.containsAll(words(html));
        }

        private static Set<String> words(String text) {
            Set<String> words = new HashSet<>();
            WORDS.matcher(text).results().forEach(m -> words.add(m.group().toLowerCase(Locale.ROOT)));
            return words;
        }

        private static String defaultName(MimeEntity entity) {
            // An extension helps where the bytes alone do not say: a nameless calendar or message.
            return Optional.ofNullable(Map.of(
                                    "message/rfc822", "message.eml",
                                    "text/calendar", "calendar.ics",
                                    "text/html", "body.html",
                                    "text/plain", "body.txt")
                            .get(entity.mime()))
                    .orElse("");
        }
    }
}
