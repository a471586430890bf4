package se.sigill.ingest.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.sigill.core.finding.Finding;

/** Lists a zip: sorts out what cannot be taken, says why, and leaves the rest. Nothing is unpacked. */
final class ZipListing {
    private static final int LOCAL_BYTES = 30;

    private final ZipLimits limits;
    private final List<SourceFile> files = new ArrayList<>();
    private final List<Listing.Refused> refused = new ArrayList<>();

    private ZipListing(ZipLimits limits) {
        this.limits = limits;
    }

    /** @throws DamagedException if the whole cannot be read */
    static Listing of(Path zip, String label, ZipLimits limits) throws IOException {
        List<ZipEntryHeader> entries = ZipDirectory.read(zip, limits).entries().stream()
                .filter(entry -> !entry.isFolder())
                .toList();
        ZipListing listing = new ZipListing(limits);
        Set<ZipMember> overlapping = overlapping(entries);
        Map<String, Integer> timesNamed = new HashMap<>();
        entries.forEach(entry -> timesNamed.merge(path(entry.member()), 1, Integer::sum));
        for (ZipEntryHeader entry : entries) {
            ZipMember member = entry.member();
            boolean isTwice = timesNamed.getOrDefault(path(member), 0) > 1;
            listing.sort(entry, isTwice, overlapping.contains(member));
        }
        listing.files.sort(Comparator.comparing(SourceFile::name));
        return new Listing(label, listing.files, listing.refused, List.of());
    }

    private void sort(ZipEntryHeader entry, boolean isTwice, boolean isOverlapping) {
        ZipMember member = entry.member();
        if (DeliveryName.inside(member.name()).isEmpty()) {
            refuse(member, DeliveryFinding.PATH_OUTSIDE, "the name of the entry points out of the zip");
        } else if (entry.isLink()) {
            refuse(member, DeliveryFinding.FILE_LINK, "the entry is a link or a device");
        } else if (entry.isEncrypted()) {
            refuse(member, DeliveryFinding.ZIP_ENCRYPTED, "the entry is locked with a password");
        } else if (member.method() != 0 && member.method() != 8) {
            refuse(member, DeliveryFinding.ZIP_METHOD, "the entry is packed by method " + member.method());
        } else if (isOverlapping) {
            refuse(member, DeliveryFinding.ZIP_OVERLAP, "the entry shares bytes with another");
        } else if (limits.isSwollen(member.packedBytes(), member.sizeBytes())) {
            refuse(member, DeliveryFinding.ZIP_BOMB, "the entry unpacks to too many times its size");
        } else if (isTwice) {
            refuse(member, DeliveryFinding.ZIP_NAME_TWICE, "several entries have this name");
        } else {
            files.add(member);
        }
    }

    private void refuse(ZipMember member, DeliveryFinding code, String message) {
        String shown = DeliveryName.printable(member.name());
        refused.add(new Listing.Refused(shown, Finding.of(code, shown, message)));
    }

    private static String path(ZipMember member) {
        return DeliveryName.inside(member.name()).map(DeliveryName::path).orElse(member.name());
    }

    /** Every entry whose bytes reach into the header of the next one. */
    private static Set<ZipMember> overlapping(List<ZipEntryHeader> entries) {
        List<ZipMember> byOffset = entries.stream()
                .map(ZipEntryHeader::member)
                .sorted(Comparator.comparingLong(ZipMember::headerOffset))
                .toList();
        Set<ZipMember> overlapping = new HashSet<>();
        for (int i = 1; i < byOffset.size(); i++) {
            ZipMember before = byOffset.get(i - 1);
            if (before.headerOffset() + LOCAL_BYTES + before.packedBytes()
                    > byOffset.get(i).headerOffset()) {
                overlapping.add(before);
                overlapping.add(byOffset.get(i));
            }
        }
        return overlapping;
    }
}
