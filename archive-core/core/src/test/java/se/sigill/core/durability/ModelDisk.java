package se.sigill.core.durability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The disk as a recording changes it: for each file and directory what is certain and what a power cut may take. */
final class ModelDisk {
    /** A change of a file's bytes that was not forced. */
    sealed interface Change {
        @SuppressWarnings("ArrayRecordComponent")
        record Bytes(long offset, byte[] bytes) implements Change {}

        record Size(long size) implements Change {}
    }

    /** A change of a name that was not forced. The taking away of a renamed name is bound to the new name. */
    static final class NameChange {
        final String name;
        final Optional<Node> node;
        final Optional<NameChange> onlyWith;
        boolean durable;

        NameChange(String name, Optional<Node> node, Optional<NameChange> onlyWith) {
            this.name = name;
            this.node = node;
            this.onlyWith = onlyWith;
        }
    }

    /** A file or a directory. */
    static final class Node {
        final boolean directory;
        byte[] durableBytes = new byte[0];
        byte[] bytes = new byte[0];
        final List<Change> changes = new ArrayList<>();
        final Map<String, Node> durableNames = new TreeMap<>();
        final Map<String, Node> names = new TreeMap<>();
        final List<NameChange> nameChanges = new ArrayList<>();

        Node(boolean directory) {
            this.directory = directory;
        }
    }

    final Node root = new Node(true);
    final List<String> acknowledged = new ArrayList<>();
    private final Map<Long, Node> handles = new HashMap<>();

    /** @param ignored call sites whose forces do not happen */
    void apply(Operation operation, Set<String> ignored) {
        switch (operation) {
            case Operation.Open open -> open(open);
            case Operation.Write(long handle, long offset, byte[] written) ->
                change(node(handle), new Change.Bytes(offset, written));
            case Operation.Truncate(long handle, long size) -> change(node(handle), new Change.Size(size));
            case Operation.Force(long handle, String site) -> {
                if (!ignored.contains(site)) {
                    force(node(handle));
                }
            }
            case Operation.MakeDirectory(String path) -> put(path, new Node(true), Optional.empty());
            case Operation.Link(String existing, String link) -> put(link, find(existing), Optional.empty());
            case Operation.Rename(String from, String to) -> {
                NameChange added = put(to, find(from), Optional.empty());
                remove(from, Optional.of(added));
            }
            case Operation.Delete(String path) -> remove(path, Optional.empty());
            case Operation.Acknowledge(String what) -> acknowledged.add(what);
            case Operation.CutsBegin() -> {}
        }
    }

    private void open(Operation.Open open) {
        if (open.created()) {
            put(open.path(), new Node(false), Optional.empty());
        }
        Node node = find(open.path());
        if (open.truncated()) {
            change(node, new Change.Size(0));
        }
        handles.put(open.handle(), node);
    }

    private Node node(long handle) {
        return Optional.ofNullable(handles.get(handle)).orElseThrow(() -> new IllegalStateException("no handle"));
    }

    private Node find(String path) {
        Node at = root;
        for (String name : path.isEmpty() ? new String[0] : path.split("/")) {
            Node next = at.names.get(name);
            if (next == null) {
                throw new IllegalStateException("the recording knows no " + path + "; was the directory empty?");
            }
            at = next;
        }
        return at;
    }

    private NameChange put(String path, Node node, Optional<NameChange> onlyWith) {
        Node parent = find(parent(path));
        NameChange change = new NameChange(name(path), Optional.of(node), onlyWith);
        parent.nameChanges.add(change);
        parent.names.put(name(path), node);
        return change;
    }

    private void remove(String path, Optional<NameChange> onlyWith) {
        Node parent = find(parent(path));
        parent.nameChanges.add(new NameChange(name(path), Optional.empty(), onlyWith));
        parent.names.remove(name(path));
    }

    private static void change(Node node, Change change) {
        node.changes.add(change);
        node.bytes = apply(node.bytes, change);
    }

    static byte[] apply(byte[] bytes, Change change) {
        return switch (change) {
            case Change.Size(long size) -> Arrays.copyOf(bytes, (int) size);
            case Change.Bytes(long offset, byte[] written) -> {
                byte[] out = Arrays.copyOf(bytes, (int) Math.max(bytes.length, offset + written.length));
                System.arraycopy(written, 0, out, (int) offset, written.length);
                yield out;
            }
        };
    }

    private static void force(Node node) {
        node.durableBytes = node.bytes;
        node.changes.clear();
        List<NameChange> bound = new ArrayList<>();
        for (NameChange change : node.nameChanges) {
            if (change.onlyWith.isPresent() && !change.onlyWith.get().durable) {
                // A rename is atomic: as long as the new name may get lost, the old one is not certain to be gone.
                bound.add(change);
            } else {
                change.durable = true;
                applyName(node.durableNames, change);
            }
        }
        node.nameChanges.clear();
        node.nameChanges.addAll(bound);
    }

    static void applyName(Map<String, Node> names, NameChange change) {
        change.node.ifPresentOrElse(n -> names.put(change.name, n), () -> names.remove(change.name));
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A tree that a power cut may leave: path to content; a directory has none. */
    record Tree(Map<String, Optional<byte[]>> entries) {
        /** The same for the same tree. */
        long fingerprint() {
            long hash = 1;
            for (Map.Entry<String, Optional<byte[]>> entry : entries.entrySet()) {
                hash = 0x9e3779b97f4a7c15L * (hash + entry.getKey().hashCode());
                hash = 0x9e3779b97f4a7c15L
                        * (hash
                                ^ (hash >>> 32)
                                ^ entry.getValue().map(Arrays::hashCode).orElse(7));
            }
            return hash;
        }
    }

    Tree cut(PowerCut cut) {
        Map<String, Optional<byte[]>> entries = new LinkedHashMap<>();
        Map<NameChange, Boolean> chosen = new HashMap<>();
        build(root, "", cut, chosen, entries);
        return new Tree(entries);
    }

    private static void build(
            Node directory,
            String prefix,
            PowerCut cut,
            Map<NameChange, Boolean> chosen,
            Map<String, Optional<byte[]>> entries) {
        Map<String, Node> names = new TreeMap<>(directory.durableNames);
        for (NameChange change : directory.nameChanges) {
            if (isChosen(change, cut, chosen)) {
                applyName(names, change);
            }
        }
        names.forEach((name, node) -> {
            if (node.directory) {
                entries.put(prefix + name, Optional.empty());
                build(node, prefix + name + "/", cut, chosen, entries);
            } else {
                entries.put(prefix + name, Optional.of(cut.bytes(node)));
            }
        });
    }

    private static boolean isChosen(NameChange change, PowerCut cut, Map<NameChange, Boolean> chosen) {
        Boolean known = chosen.get(change);
        if (known == null) {
            known = change.durable
                    || (cut.keepsName() && (change.onlyWith.isEmpty() || isChosen(change.onlyWith.get(), cut, chosen)));
            chosen.put(change, known);
        }
        return known;
    }
}
