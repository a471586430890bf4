package se.sigill.core.durability;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes down operations below one directory, in the order in which they ended. Thread-safe. */
public final class Recorder {
    private static final String OURS = "se.sigill.";
    private static final String HARNESS = "se.sigill.core.durability.";

    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w+)\\$\\d+");

    private static final List<String> INNERMOST = List.of(Recorder.class.getName(), RecordingChannel.class.getName());

    private final List<Operation> operations = new ArrayList<>();
    private final AtomicLong handles = new AtomicLong();
    private Optional<Path> root = Optional.empty();
    private Set<Path> unseen = Set.of();
    private int faultAt;
    private int changes;

    /** Begins anew, below this directory, which is empty. @param directory of the file system that records or below it */
    public synchronized void start(Path directory) {
        start(directory, Set.of());
    }

    /** @param unseen names in the directory: what is done in them is not taken down */
    public synchronized void start(Path directory, Set<String> unseen) {
        operations.clear();
        changes = 0;
        faultAt = 0;
        Path top = RecordingPath.unwrap(directory.toAbsolutePath()).normalize();
        root = Optional.of(top);
        this.unseen = unseen.stream().map(top::resolve).collect(Collectors.toSet());
    }

    /** Ends the recording and gives it. */
    public synchronized List<Operation> stop() {
        root = Optional.empty();
        return List.copyOf(operations);
    }

    /** The n-th change from now on fails with an input or output error, and all after it; 0 for none. */
    public synchronized void failAt(int n) {
        changes = 0;
        faultAt = n;
    }

    /** How many changes were seen since {@link #failAt} or {@link #start}. */
    public synchronized int changes() {
        return changes;
    }

    /** Marks that somebody was told. */
    public synchronized void acknowledge(String what) {
        operations.add(new Operation.Acknowledge(what));
    }

    /** Marks where the matter begins: the power is cut nowhere before. */
    public synchronized void cutsBegin() {
        operations.add(new Operation.CutsBegin());
    }

    /** Before a change. @throws IOException if a fault was asked for */
    synchronized void before(Path path) throws IOException {
        if (isBelow(path)) {
            changes++;
            if (faultAt > 0 && changes >= faultAt) {
                throw new IOException("a fault that the test asked for, at change " + changes);
            }
        }
    }

    synchronized boolean isBelow(Path path) {
        if (root.isEmpty()) {
            return false;
        }
        Path full = path.toAbsolutePath().normalize();
        return full.startsWith(root.get()) && unseen.stream().noneMatch(full::startsWith);
    }

    synchronized String name(Path path) {
        return root.map(r -> r.relativize(path.toAbsolutePath().normalize()).toString())
                .orElse("");
    }

    long newHandle() {
        return handles.incrementAndGet();
    }

    synchronized void add(Operation operation) {
        if (root.isPresent()) {
            operations.add(operation);
        }
    }

    /** {@code FileBatch.force:131}: type, method and line; of a lambda, the method it stands in. */
    private static String line(StackWalker.StackFrame frame) {
        String type = frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
        String method = frame.getMethodName();
        Matcher lambda = LAMBDA.matcher(method);
        return type + "." + (lambda.matches() ? lambda.group(1) : method) + ":" + frame.getLineNumber();
    }

    /** From here outwards it is the test that calls. The channel itself stands innermost. */
    private static boolean isHarness(String type) {
        return (type.startsWith(HARNESS) && !INNERMOST.contains(type)) || type.endsWith("Protocol");
    }

    /** Our lines on the stack, innermost first, without tests and harness. */
    static String site() {
        return StackWalker.getInstance().walk(frames -> frames.takeWhile(f -> !isHarness(f.getClassName()))
                .filter(f -> f.getClassName().startsWith(OURS)
                        && !f.getClassName().startsWith(HARNESS)
                        && !f.getClassName().endsWith("Samples"))
                .map(f -> line(f))
                .collect(Collectors.joining(" < ")));
    }
}
