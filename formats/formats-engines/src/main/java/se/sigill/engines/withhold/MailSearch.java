package se.sigill.engines.withhold;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.sigill.core.text.TextPage;
import se.sigill.core.text.TextPart;
import se.sigill.engines.mail.MimeEntity;
import se.sigill.engines.mail.MimeParts;
import se.sigill.engines.mail.MimeParts.Part;
import se.sigill.formats.Extraction;
import se.sigill.formats.PartFacts;
import se.sigill.formats.mail.EncodedWords;

/** Looks in the copy of a mail for what was left out of it. */
final class MailSearch {
    /** Fields that are written by and for people. */
    private static final Set<String> FREE =
            Set.of("subject", "comments", "keywords", "thread-topic", "summary", "content-description");

    /** The same few bytes are in many parts. */
    private static final long SAME_BYTES_MIN = 12;

    private final Set<String> parts;
    private final Residue residue = new Residue();

    private MailSearch(Set<String> parts) {
        this.parts = parts;
    }

    /**
     * @param before the mail, and what was read in it
     * @param words what stands in the place of each part
     */
    static MailSearch of(byte[] before, Extraction read, Map<String, String> words) throws NotCopied, IOException {
        MailSearch search = new MailSearch(words.keySet());
        List<MailLeaf> leaves = MailLeaf.of(before).orElseThrow(() -> NotCopied.unfit("the mail breaks off"));
        search.sameElsewhere(read);
        search.leaveOut(leaves, read);
        search.keep(leaves, read);
        words.values().forEach(search.residue::keep);
        return search;
    }

    /** What is left out may lie in another part once more: in a message that was sent along. */
    private void sameElsewhere(Extraction read) throws NotCopied {
        Set<String> gone = new HashSet<>();
        for (PartFacts part : read.parts()) {
            if (MailLeaf.isWithin(part.path(), parts) && part.sizeBytes() >= SAME_BYTES_MIN) {
                gone.add(part.sha256());
            }
        }
        gone.remove("");
        for (PartFacts part : read.parts()) {
            if (!MailLeaf.isWithin(part.path(), parts) && gone.contains(part.sha256())) {
                throw NotCopied.residue("part " + part.path(), Residue.Kind.BYTES);
            }
        }
    }

    private void leaveOut(List<MailLeaf> leaves, Extraction read) {
        for (TextPart part : read.text().parts()) {
            if (MailLeaf.isWithin(part.path(), parts)) {
                part.pages().stream().map(TextPage::text).forEach(residue::leaveOut);
            }
        }
        for (PartFacts part : read.parts()) {
            if (MailLeaf.isWithin(part.path(), parts)) {
                residue.leaveOutName(part.name());
            }
        }
        for (MailLeaf leaf : leaves) {
            if (leaf.isWithin(parts)) {
                if (!leaf.isMessage()) {
                    // What is in a message is looked for piece by piece: its header has lines that every mail has.
                    residue.leaveOut(leaf.bytes());
                }
                MimeEntity entity = leaf.entity();
                residue.leaveOutName(entity.name());
                for (String name : List.of("content-id", "content-location", "x-attachment-id")) {
                    residue.leaveOutName(entity.first(name).replaceAll("^<|>$", ""));
                }
                residue.leaveOut(entity.text("content-description"));
            }
        }
    }

    private void keep(List<MailLeaf> leaves, Extraction read) {
        for (TextPart part : read.text().parts()) {
            if (!MailLeaf.isWithin(part.path(), parts)) {
                part.pages().stream().map(TextPage::text).forEach(residue::keep);
                residue.keepName(part.name());
            }
        }
        for (MailLeaf leaf : leaves) {
            if (!leaf.isWithin(parts) && !(leaf.isMessage() && leaf.holds(parts))) {
                residue.keep(leaf.bytes());
            }
        }
    }

    private static Part whole(byte[] mail) throws NotCopied {
        return MimeParts.of(mail).orElseThrow(() -> NotCopied.unfit("its parts lie deeper than in any mail"));
    }

    /** @param read what was read in the copy @throws NotCopied if something is there */
    void look(byte[] copy, Extraction read) throws NotCopied, IOException {
        List<MailLeaf> leaves = MailLeaf.of(copy).orElseThrow(() -> NotCopied.unfit("the copy breaks off"));
        for (MailLeaf leaf : leaves) {
            String where = leaf.path().isEmpty() ? "the header" : "part " + leaf.path();
            found(where, fields(leaf.entity()));
            found(where, residue.inBytes(leaf.bytes()));
        }
        for (TextPart part : read.text().parts()) {
            String where = part.path().equals("0") ? "the header" : "part " + part.path();
            found(where, residue.inText(part.name()));
            for (TextPage page : part.pages()) {
                found(where, residue.inText(page.text()));
            }
        }
        for (Part part : whole(copy).all().toList()) {
            found("between the parts", between(copy, part));
        }
        found("", residue.inPacked(copy));
    }

    private static void found(String where, Optional<Residue.Kind> kind) throws NotCopied {
        if (kind.isPresent()) {
            throw NotCopied.residue(where, kind.get());
        }
    }

    private Optional<Residue.Kind> fields(MimeEntity entity) {
        for (Map.Entry<String, List<String>> field : entity.fields().entrySet()) {
            for (String value : field.getValue()) {
                String text = EncodedWords.decode(value).text();
                Optional<Residue.Kind> found = FREE.contains(field.getKey())
                        ? residue.inText(text)
                        : residue.inSyntax(field.getKey() + " " + text);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return residue.inSyntax(entity.name());
    }

    /** What stands before, between and after the members of a multipart, which no reader shows. */
    private Optional<Residue.Kind> between(byte[] mail, Part part) {
        if (part.members().isEmpty() || part.members().getFirst().start() < part.body()) {
            return Optional.empty();
        }
        int at = part.body();
        for (Part member : part.members()) {
            Optional<Residue.Kind> found = text(mail, at, member.start());
            if (found.isPresent()) {
                return found;
            }
            at = member.end();
        }
        return text(mail, at, part.end());
    }

    private Optional<Residue.Kind> text(byte[] mail, int from, int to) {
        byte[] bytes = Arrays.copyOfRange(mail, from, Math.max(from, to));
        return residue.inText(new String(bytes, StandardCharsets.UTF_8)).or(() -> residue.inBytes(bytes));
    }
}
