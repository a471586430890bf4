package se.sigill.ingest.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.sigill.core.finding.Finding;
import se.sigill.ingest.mail.MailFinding;
import se.sigill.ingest.mail.MailHead;
import se.sigill.ingest.mail.MailHeadReader;
import se.sigill.ingest.mail.Mailbox;
import se.sigill.ingest.mail.MailboxMessage;

/** Makes items of one file: one, or for a mailbox one for each message. */
final class ItemMaker {
    private static final Set<String> ZIPS = Set.of("zip", "jar", "7z", "tar", "gz", "rar");

    private final Set<String> ownDomains;

    ItemMaker(Set<String> ownDomains) {
        this.ownDomains = ownDomains;
    }

    /**
     * @param row what the table says of the file; empty if there is no table
     * @param findings what is already known to be wrong
     */
    List<DeliveryItem> items(SourceFile file, Optional<ItemDescription> row, List<Finding> findings)
            throws IOException {
        DeliveryName name = DeliveryName.inside(file.name()).orElse(new DeliveryName("(no name)"));
        List<Finding> all = new ArrayList<>(findings);
        name.oddities()
                .forEach(odd -> all.add(Finding.of(
                        DeliveryFinding.NAME_STRANGE, DeliveryName.printable(name.path()), "the name has " + odd)));
        if (file.sizeBytes() == 0) {
            all.add(Finding.of(DeliveryFinding.EMPTY_FILE, shown(name), "the file has 0 bytes"));
        }
        if (ZIPS.contains(name.extension())) {
            all.add(Finding.of(DeliveryFinding.ZIP_NESTED, shown(name), "taken as one record, not opened"));
        }
        ItemDescription described = row.orElseGet(() -> ItemDescription.named(name.asTitle()));
        boolean hasError = all.stream().anyMatch(Finding::isError);
        try {
            return switch (name.extension()) {
                case "mbox", "mbx" ->
                    hasError ? whole(name, file, described, all) : messages(name, file, described, all);
                case "eml" -> hasError ? whole(name, file, described, all) : mail(name, file, row, described, all);
                default -> whole(name, file, described, all);
            };
        } catch (DamagedException e) {
            all.add(Finding.of(e.code(), shown(name), String.valueOf(e.getMessage())));
            return whole(name, file, described, all);
        }
    }

    private static List<DeliveryItem> whole(
            DeliveryName name, SourceFile file, ItemDescription described, List<Finding> findings) {
        return List.of(new DeliveryItem(name.path(), new ItemContent.Whole(file, false), described, "", findings));
    }

    private List<DeliveryItem> mail(
            DeliveryName name,
            SourceFile file,
            Optional<ItemDescription> row,
            ItemDescription described,
            List<Finding> findings)
            throws IOException {
        MailHead head;
        try (InputStream in = file.open()) {
            head = MailHeadReader.read(in, shown(name));
        }
        // A clerk's title is better than the subject; the file name is not.
        String subject = row.isPresent() && !described.title().equals(name.asTitle()) ? "" : head.subject();
        DeliveryItem item = new DeliveryItem(
                name.path(),
                new ItemContent.Whole(file, true),
                described.orElse(subject, head.date(), head.direction(ownDomains), head.counterparty(ownDomains)),
                head.messageId(),
                findings);
        return List.of(item.with(head.findings()));
    }

    private List<DeliveryItem> messages(
            DeliveryName name, SourceFile file, ItemDescription described, List<Finding> findings) throws IOException {
        List<DeliveryItem> items = new ArrayList<>();
        Mailbox.Survey survey;
        try (InputStream in = file.open()) {
            survey = Mailbox.read(in, shown(name), message -> items.add(message(name, file, described, message)));
        }
        if (!survey.beginsAsBox()) {
            findings.add(Finding.of(MailFinding.BOX_NO_START, shown(name), "it does not begin with a From_ line"));
            return whole(name, file, described, findings);
        }
        if (!survey.isComplete()) {
            findings.add(Finding.of(MailFinding.BOX_LARGE, shown(name), "it has too many messages"));
            return whole(name, file, described, findings);
        }
        items.set(0, items.getFirst().with(findings));
        return items;
    }

    private DeliveryItem message(
            DeliveryName name, SourceFile file, ItemDescription described, MailboxMessage message) {
        MailHead head = message.head();
        String path = name.path() + "#" + message.number();
        List<Finding> findings = new ArrayList<>(head.findings());
        if (message.sizeBytes() == 0) {
            findings.add(Finding.of(
                    MailFinding.MESSAGE_EMPTY, shown(name) + "#" + message.number(), "the message has 0 bytes"));
        }
        String subject = head.subject().isEmpty() ? described.title() + " #" + message.number() : head.subject();
        return new DeliveryItem(
                path,
                new ItemContent.Message(file, message.offset(), message.sizeBytes(), message.envelope()),
                described
                        .forMessage()
                        .orElse(subject, head.date(), head.direction(ownDomains), head.counterparty(ownDomains)),
                head.messageId(),
                findings);
    }

    private static String shown(DeliveryName name) {
        return DeliveryName.printable(name.path());
    }
}
