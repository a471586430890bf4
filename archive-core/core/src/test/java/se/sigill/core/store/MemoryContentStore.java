package se.sigill.core.store;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;
import se.sigill.core.finding.Finding;
import se.sigill.core.record.RecordId;

/** The store in memory: the same promises but durability. For one thread. */
public final class MemoryContentStore implements ContentStore {
    private record Version(Inventory inventory, Map<String, byte[]> contents) {}

    private final SortedMap<RecordId, TreeMap<Integer, Version>> objects = new TreeMap<>();
    private final Map<String, MemoryBatch> notes = new TreeMap<>();

    @Override
    public Batch open(String batchId) {
        return new MemoryBatch(batchId);
    }

    @Override
    public Optional<Inventory> inventory(RecordId id, int version) {
        return version(id, version).map(Version::inventory);
    }

    @Override
    public Optional<String> inventoryDigest(RecordId id, int version) {
        return inventory(id, version)
                .map(i -> Digests.of(InventoryJson.write(i)).sha512());
    }

    @Override
    public Optional<InputStream> open(RecordId id, int version, String path) {
        return version(id, version)
                .flatMap(v -> Optional.ofNullable(v.contents().get(path)))
                .map(ByteArrayInputStream::new);
    }

    @Override
    public Optional<InputStream> open(Inventory inventory, String path) {
        return open(inventory.id(), inventory.head(), path);
    }

    @Override
    public boolean place(RecordId id, int version, String path, Path target) {
        Optional<byte[]> bytes = version(id, version)
                .flatMap(v -> Optional.ofNullable(v.contents().get(path)));
        bytes.ifPresent(b -> Disk.call("placing", () -> Files.write(target, b)));
        return bytes.isPresent();
    }

    @Override
    public Stream<StoredObject> list() {
        return objects.keySet().stream().map(id -> new StoredObject(StoreLayout.place(id), Optional.of(id)));
    }

    @Override
    public List<Finding> findOrphans(Map<RecordId, Integer> versionsByRecord) {
        List<Finding> findings = new ArrayList<>();
        objects.forEach((id, versions) -> {
            boolean noted = notes.values().stream().anyMatch(b -> b.versions.containsKey(id));
            Integer known = versionsByRecord.get(id);
            if (!noted && known == null) {
                findings.add(Finding.of(StoreFinding.ORPHAN, StoreLayout.place(id), "orphan"));
            } else if (!noted && known != null && versions.containsKey(known + 1)) {
                findings.add(Finding.of(StoreFinding.ORPHAN_VERSION, StoreLayout.place(id), "orphan version"));
            }
        });
        return findings;
    }

    @Override
    public Set<RecordId> underWay() {
        Set<RecordId> noted = new HashSet<>();
        notes.values().forEach(batch -> noted.addAll(batch.versions.keySet()));
        return noted;
    }

    @Override
    public Recovered recover(Committed committed) {
        List<VersionRef> finished = new ArrayList<>();
        List<VersionRef> undone = new ArrayList<>();
        List<VersionRef> missing = new ArrayList<>();
        for (MemoryBatch batch : List.copyOf(notes.values())) {
            for (ObjectVersion version : batch.versions.values()) {
                VersionRef ref = new VersionRef(version.id(), version.version());
                if (!committed.has(version.id(), version.version())) {
                    remove(ref);
                    undone.add(ref);
                } else if (inventory(version.id(), version.version()).isPresent()) {
                    finished.add(ref);
                } else {
                    missing.add(ref);
                }
            }
            notes.remove(batch.id);
        }
        return new Recovered(finished, undone, missing, List.of());
    }

    @Override
    public void erase(RecordId id) {
        objects.remove(id);
    }

    private Optional<Version> version(RecordId id, int version) {
        return Optional.ofNullable(objects.get(id)).flatMap(v -> Optional.ofNullable(v.get(version)));
    }

    private void remove(VersionRef ref) {
        TreeMap<Integer, Version> versions = objects.get(ref.id());
        if (versions != null) {
            versions.remove(ref.version());
            if (versions.isEmpty()) {
                objects.remove(ref.id());
            }
        }
    }

    private final class MemoryBatch implements Batch {
        private final String id;
        private final Map<RecordId, ObjectVersion> versions = new LinkedHashMap<>();
        private boolean promoted;

        private MemoryBatch(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public void put(ObjectVersion version) {
            if (promoted || versions.size() == VERSIONS_MAX || versions.containsKey(version.id())) {
                throw new IllegalStateException("promoted, full or twice");
            }
            versions.put(version.id(), version);
        }

        @Override
        public List<Promoted> promote() {
            promoted = true;
            for (ObjectVersion v : versions.values()) {
                boolean first = v.version() == 1;
                boolean wrong = first
                        ? objects.containsKey(v.id())
                        : inventory(v.id(), v.version()).isPresent()
                                || inventory(v.id(), v.version() - 1).isEmpty();
                if (wrong) {
                    throw new ArchiveException.Damaged("version " + v.version() + " of " + v.id());
                }
            }
            notes.put(id, this);
            return versions.values().stream().map(this::promote).toList();
        }

        private Promoted promote(ObjectVersion v) {
            Optional<Version> before = version(v.id(), v.version() - 1);
            Map<String, byte[]> contents =
                    new HashMap<>(before.map(Version::contents).orElseGet(HashMap::new));
            SortedMap<String, String> manifest =
                    new TreeMap<>(before.map(b -> b.inventory().manifest()).orElseGet(TreeMap::new));
            SortedMap<String, String> state =
                    new TreeMap<>(before.map(b -> b.inventory().files()).orElseGet(Map::of));
            SortedMap<Integer, InventoryVersion> all =
                    new TreeMap<>(before.map(b -> b.inventory().versions()).orElseGet(TreeMap::new));
            for (VersionFile file : v.files()) {
                String digest = file.digests().sha512();
                boolean held = before.isPresent()
                        && before.get().inventory().manifest().containsValue(digest);
                if (!held) {
                    manifest.put("v" + v.version() + "/content/" + file.path(), digest);
                }
                state.put(file.path(), digest);
                contents.put(
                        file.path(),
                        switch (file.content()) {
                            case VersionFile.Bytes(byte[] bytes) -> bytes;
                            case VersionFile.Linked(Path source) ->
                                Disk.call("reading", () -> Files.readAllBytes(source));
                        });
            }
            all.put(v.version(), new InventoryVersion(v.created(), v.message(), state));
            Inventory inventory = new Inventory(v.id(), v.version(), manifest, all);
            objects.computeIfAbsent(v.id(), i -> new TreeMap<>()).put(v.version(), new Version(inventory, contents));
            return new Promoted(
                    v.id(),
                    v.version(),
                    Digests.of(InventoryJson.write(inventory)).sha512(),
                    List.of());
        }

        @Override
        public void close() {
            notes.remove(id);
        }

        @Override
        public void undo() {
            if (notes.remove(id) != null) {
                versions.values().forEach(v -> remove(new VersionRef(v.id(), v.version())));
            }
        }
    }
}
