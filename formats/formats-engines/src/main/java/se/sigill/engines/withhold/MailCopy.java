package se.sigill.engines.withhold;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import se.sigill.engines.mail.MimeParts;
import se.sigill.engines.mail.MimeParts.Kind;
import se.sigill.engines.mail.MimeParts.Part;
import se.sigill.engines.part.PartTree;
import se.sigill.formats.FormatFinding;

/**
 * A mail with words in the place of some of its parts. All other bytes are as they were, but for fields above that tell
 * a digest or a length of what is gone. Believed only if a lenient reader finds in it what it found before.
 */
final class MailCopy {
    /** Fields of the mail and of the multiparts around a part that are computed from it. */
    private static final Set<String> COMPUTED = Set.of(
            "content-md5",
            "content-length",
            "lines",
            "dkim-signature",
            "x-google-dkim-signature",
            "domainkey-signature",
            "arc-seal",
            "arc-message-signature",
            "arc-authentication-results");

    private static final Set<String> SEALED = Set.of(
            "multipart/encrypted", "application/pgp-encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime");

    private final byte[] mail;
    private final SortedMap<String, String> words;
    private final String lineEnd;
    private final List<Edit> edits = new ArrayList<>();

    @SuppressWarnings("ArrayRecordComponent")
    private record Edit(int start, int end, byte[] with) {}

    private MailCopy(byte[] mail, SortedMap<String, String> words) {
        this.mail = mail;
        this.words = words;
        this.lineEnd = lineEnd(mail);
    }

    /** @param words by the path of the part that they replace */
    static byte[] of(byte[] mail, SortedMap<String, String> words) throws NotCopied, IOException {
        Part root = MimeParts.of(mail).orElseThrow(() -> NotCopied.unfit("its parts lie deeper than in any mail"));
        MailCopy copy = new MailCopy(mail, words);
        for (String path : words.keySet()) {
            copy.replace(root, path);
        }
        copy.lookIntoWhatStays(root);
        byte[] made = copy.edited();
        if (!copy.reading(mail, words.keySet()).equals(copy.reading(made, Set.of()))) {
            throw NotCopied.unfit("its structure breaks the rules of mail, so that its parts cannot be told apart");
        }
        return made;
    }

    private void replace(Part root, String path) throws NotCopied {
        List<Part> chain = new ArrayList<>();
        if (!find(root, path, chain)) {
            throw new NotCopied(FormatFinding.COPY_TARGET, "part " + path, "the mail has no such part");
        }
        Part target = chain.removeLast();
        for (Part above : chain) {
            if (words.containsKey(above.path()) && above.kind() != Kind.MESSAGE) {
                // It goes with the whole.
                return;
            }
            check(above, target);
            drop(above, COMPUTED::contains);
        }
        put(target);
    }

    /** @param chain from the mail down to the part, filled if it is there */
    private static boolean find(Part part, String path, List<Part> chain) {
        chain.add(part);
        if (part.kind() != Kind.MESSAGE && part.path().equals(path)) {
            return true;
        }
        for (Part member : part.members()) {
            if (find(member, path, chain)) {
                return true;
            }
        }
        chain.removeLast();
        return false;
    }

    private void check(Part above, Part target) throws NotCopied {
        String mime = above.header().mime();
        if (mime.equals("multipart/signed")) {
            throw new NotCopied(FormatFinding.COPY_SIGNED, "part " + target.path(), "the part lies in a signed one");
        }
        boolean isForm = above.members().contains(target) || target.header().bodyText();
        if (mime.equals("multipart/alternative") && isForm) {
            Optional<Part> other = above.all()
                    .filter(part -> part.kind() == Kind.LEAF && part.header().bodyText())
                    .filter(part -> !MailLeaf.isWithin(part.path(), words.keySet()))
                    .findFirst();
            if (other.isPresent()) {
                throw new NotCopied(
                        FormatFinding.COPY_TARGET,
                        "part " + other.get().path(),
                        "the part is another form of the same text as part " + target.path());
            }
        }
    }

    private void put(Part target) {
        String content = "Content-Type: text/plain; charset=utf-8" + lineEnd + "Content-Transfer-Encoding: 8bit"
                + lineEnd + lineEnd + words.get(target.path());
        if (target.kind() != Kind.BODY) {
            edits.add(new Edit(target.start(), target.end(), bytes(content)));
            return;
        }
        drop(target, name -> COMPUTED.contains(name) || name.startsWith("content-"));
        int end = target.fields().isEmpty()
                ? target.start()
                : target.fields().getLast().end();
        edits.add(new Edit(end, target.end(), bytes(content + lineEnd)));
    }

    private void drop(Part part, Predicate<String> names) {
        for (MimeParts.Field field : part.fields()) {
            boolean known = edits.stream().anyMatch(each -> each.start() == field.start());
            if (!known && names.test(field.name())) {
                edits.add(new Edit(field.start(), field.end(), new byte[0]));
            }
        }
    }

    /** Nobody can say what is in a part that is encrypted. */
    private void lookIntoWhatStays(Part part) throws NotCopied {
        if (part.kind() != Kind.MESSAGE && MailLeaf.isWithin(part.path(), words.keySet())) {
            return;
        }
        if (SEALED.contains(part.header().mime())) {
            throw new NotCopied(
                    FormatFinding.COPY_ENCRYPTED,
                    part.path().isEmpty() ? "" : "part " + part.path(),
                    "what would go along is encrypted");
        }
        for (Part member : part.members()) {
            lookIntoWhatStays(member);
        }
    }

    private byte[] edited() {
        edits.sort(Comparator.comparing(Edit::start));
        ByteArrayOutputStream out = new ByteArrayOutputStream(mail.length);
        int at = 0;
        for (Edit edit : edits) {
            out.write(mail, at, edit.start() - at);
            out.writeBytes(edit.with());
            at = edit.end();
        }
        out.write(mail, at, mail.length - at);
        return out.toByteArray();
    }

    /**
     * What a lenient reader finds: every leaf by its digest, every header by its fields.
     *
     * @param gone parts in whose place the words are taken to stand; empty for the copy
     */
    private Map<String, String> reading(byte[] bytes, Set<String> gone) throws NotCopied, IOException {
        List<MailLeaf> leaves =
                MailLeaf.of(bytes).orElseThrow(() -> NotCopied.unfit("the mail, or one attached to it, breaks off"));
        Map<String, String> found = new TreeMap<>();
        for (MailLeaf leaf : leaves) {
            if (!leaf.isWithin(gone) && !leaf.isWithin(words.keySet())) {
                boolean changed = leaf.isMessage() && leaf.holds(words.keySet());
                found.put(leaf.path() + " is", changed ? "" : digest(leaf.bytes()));
                Map<String, List<String>> fields = new TreeMap<>(leaf.entity().fields());
                boolean header = leaf.bytes().length == 0;
                fields.keySet().removeIf(name -> COMPUTED.contains(name) || (header && name.startsWith("content-")));
                found.put(leaf.path() + (header ? " says" : " has"), fields.toString());
            } else if (gone.isEmpty()) {
                found.put(leaf.path() + " is", new String(leaf.bytes(), StandardCharsets.UTF_8).strip());
            }
        }
        for (String path : gone) {
            if (gone.stream().noneMatch(outer -> path.startsWith(outer + "."))) {
                found.put(
                        path + " is",
                        words.getOrDefault(path, "").replace("\n", lineEnd).strip());
            }
        }
        return found;
    }

    private byte[] bytes(String text) {
        return text.replace("\r\n", "\n").replace("\n", lineEnd).getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(PartTree.sha256().digest(bytes));
    }

    private static String lineEnd(byte[] mail) {
        for (int i = 0; i < mail.length; i++) {
            if (mail[i] == '\n') {
                return i > 0 && mail[i - 1] == '\r' ? "\r\n" : "\n";
            }
        }
        return "\r\n";
    }
}
