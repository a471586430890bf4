package se.sigill.ingest.spool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import se.sigill.core.disk.WholeDisk;
import se.sigill.core.finding.Finding;
import se.sigill.core.store.Digests;
import se.sigill.ingest.delivery.DamagedException;
import se.sigill.ingest.delivery.DeliveryFinding;
import se.sigill.ingest.delivery.DeliveryItem;
import se.sigill.ingest.delivery.FolderFile;
import se.sigill.ingest.delivery.ItemContent;
import se.sigill.ingest.delivery.ItemDescription;
import se.sigill.ingest.delivery.SourceFile;
import se.sigill.ingest.delivery.ZipMember;

/**
 * Copies the bytes of one delivery into its folder, each once, and forces them: many in one step where the machine can,
 * else each by itself. A few threads work at a time: file systems put fsyncs that wait together into one write of their
 * journal. For one delivery.
 */
final class Intake {
    static final String FILES = "files";
    static final String QUARANTINE = "quarantine";

    /** Items from which one step over the whole file system costs less than a step for each file. */
    private static final int WHOLE_FROM = 32;

    private final SpoolDisk disk;
    private final Path folder;
    private boolean together;

    Intake(SpoolDisk disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
    }

    /**
     * Takes all items in. On return every byte is durable; the names are when the caller has forced the two folders.
     *
     * @return one for each item, in their order, and one more for each zip that a broken member came from
     * @throws IOException if the disk of the archive fails
     */
    List<SpoolItem> take(List<DeliveryItem> items, ForceThreads threads) throws IOException {
        Optional<WholeDisk> whole = items.size() < WHOLE_FROM ? Optional.empty() : disk.whole(folder);
        if (whole.isEmpty()) {
            return takeAll(items, threads);
        }
        try (WholeDisk forcing = whole.get()) {
            together = true;
            List<SpoolItem> taken = takeAll(items, threads);
            forcing.force();
            return taken;
        }
    }

    private List<SpoolItem> takeAll(List<DeliveryItem> items, ForceThreads threads) throws IOException {
        SpoolItem[] taken = new SpoolItem[items.size()];
        int at = 0;
        while (at < items.size()) {
            DeliveryItem item = items.get(at);
            int number = at + 1;
            if (item.content() instanceof ItemContent.Message message) {
                int end = at + 1;
                while (end < items.size() && isOf(items.get(end), message.file())) {
                    end++;
                }
                takeBox(message.file(), items.subList(at, end), at, taken, threads);
                at = end;
            } else {
                threads.submit(() -> taken[number - 1] = takeWhole(number, item));
                at++;
            }
        }
        threads.await();
        List<SpoolItem> all = new ArrayList<>(List.of(taken));
        for (Path zip : brokenZips(items, all)) {
            all.add(takeZip(all.size() + 1, zip));
        }
        return all;
    }

    private static boolean isOf(DeliveryItem item, SourceFile box) {
        return item.content() instanceof ItemContent.Message message
                && message.file().equals(box);
    }

    private SpoolItem takeWhole(int number, DeliveryItem item) throws IOException {
        if (!item.hasBytes()) {
            return spooled(number, item, "", SpoolItem.NO_BYTES, List.of());
        }
        String file = fileOf(number, item.isSound());
        try (InputStream source = opened(item.content().file())) {
            Digests digests = disk.write(source, Long.MAX_VALUE, folder.resolve(file));
            force(file);
            return checked(number, item, file, digests);
        } catch (DamagedException e) {
            disk.delete(folder.resolve(file));
            return spooled(number, item, "", SpoolItem.NO_BYTES, List.of(finding(item, e)));
        }
    }

    /** One pass over a mailbox: this thread cuts, the pool forces. */
    private void takeBox(
            SourceFile box, List<DeliveryItem> messages, int first, SpoolItem[] taken, ForceThreads threads)
            throws IOException {
        int at = 0;
        try (InputStream source = opened(box)) {
            long position = 0;
            for (; at < messages.size(); at++) {
                DeliveryItem item = messages.get(at);
                int index = first + at;
                ItemContent.Message message = (ItemContent.Message) item.content();
                skip(source, message.offset() - position);
                String file = fileOf(index + 1, item.isSound());
                Digests digests = disk.write(source, message.sizeBytes(), folder.resolve(file));
                position = message.offset() + digests.sizeBytes();
                threads.submit(() -> {
                    force(file);
                    taken[index] = checked(index + 1, item, file, digests);
                });
            }
        } catch (DamagedException e) {
            for (; at < messages.size(); at++) {
                int index = first + at;
                disk.delete(folder.resolve(fileOf(index + 1, messages.get(at).isSound())));
                taken[index] = spooled(
                        index + 1, messages.get(at), "", SpoolItem.NO_BYTES, List.of(finding(messages.get(at), e)));
            }
        }
    }

    private void force(String file) throws IOException {
        if (!together) {
            disk.force(folder.resolve(file));
        }
    }

    private static void skip(InputStream source, long count) throws DamagedException {
        try {
            source.skipNBytes(count);
        } catch (DamagedException e) {
            throw e;
        } catch (IOException e) {
            throw FileSpoolDisk.unreadable(e);
        }
    }

    private static InputStream opened(SourceFile file) throws DamagedException {
        try {
            return file.open();
        } catch (DamagedException e) {
            throw e;
        } catch (IOException e) {
            throw FileSpoolDisk.unreadable(e);
        }
    }

    private SpoolItem checked(int number, DeliveryItem item, String file, Digests digests) throws IOException {
        List<Finding> more = new ArrayList<>();
        String checksum = item.description().checksum();
        boolean isExpected =
                checksum.isEmpty() || checksum.equals(digests.sha256()) || checksum.equals(digests.sha512());
        if (!isExpected) {
            more.add(Finding.of(
                    DeliveryFinding.CHECKSUM_DIFFERS, item.path(), "the file has the SHA-256 " + digests.sha256()));
        }
        if (digests.sizeBytes() != item.content().sizeBytes()) {
            more.add(Finding.of(
                    DeliveryFinding.FILE_CHANGED, item.path(), "the file changed its size while it was read"));
        }
        boolean mustMove = item.isSound() && !more.isEmpty();
        if (mustMove) {
            disk.move(folder.resolve(file), folder.resolve(fileOf(number, false)));
        }
        return spooled(number, item, mustMove ? fileOf(number, false) : file, digests, more);
    }

    private static SpoolItem spooled(int number, DeliveryItem item, String file, Digests digests, List<Finding> more) {
        boolean isSound = item.isSound() && more.isEmpty();
        List<Remark> remarks = new ArrayList<>(Remark.all(item.findings()));
        remarks.addAll(Remark.all(more));
        return new SpoolItem(
                number,
                item.path(),
                isSound ? SpoolItem.Status.WAITING : SpoolItem.Status.QUARANTINED,
                file,
                item.isMail(),
                item.content() instanceof ItemContent.Message message ? message.envelope() : "",
                digests,
                ExternalIds.of(item, digests),
                "",
                item.description(),
                remarks);
    }

    /** What a member's bytes were cannot be said any more: the zip is kept whole, so that nothing is lost. */
    private static Set<Path> brokenZips(List<DeliveryItem> items, List<SpoolItem> taken) {
        Set<Path> zips = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            boolean isLost = items.get(i).hasBytes() && taken.get(i).file().isEmpty();
            if (isLost && items.get(i).content().file() instanceof ZipMember member) {
                zips.add(member.zip());
            }
        }
        return zips;
    }

    private SpoolItem takeZip(int number, Path zip) throws IOException {
        String name = Optional.ofNullable(zip.getFileName()).map(Path::toString).orElse("delivery.zip");
        SourceFile file = new FolderFile(name, zip, Files.size(zip));
        Finding why =
                Finding.of(DeliveryFinding.ZIP_BROKEN, name, "a member cannot be unpacked; the zip is kept whole");
        return takeWhole(
                number,
                new DeliveryItem(
                        name, new ItemContent.Whole(file, false), ItemDescription.named(name), "", List.of(why)));
    }

    private static Finding finding(DeliveryItem item, DamagedException damage) {
        return Finding.of(damage.code(), item.path(), String.valueOf(damage.getMessage()));
    }

    private static String fileOf(int number, boolean isSound) {
        return (isSound ? FILES : QUARANTINE) + "/" + String.format(Locale.ROOT, "%06d", number);
    }
}
