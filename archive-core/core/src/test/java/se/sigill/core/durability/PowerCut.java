package se.sigill.core.durability;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** One way in which a power cut treats what was not forced. */
final class PowerCut {
    enum Fate {
        LOST,
        KEPT,
        /** Each by itself, at random; of bytes perhaps a part. */
        HALF,
        /** The size is kept, the bytes are zeros; names are kept. */
        ZEROS
    }

    private final Fate names;
    private final Fate bytes;
    private final Random random;

    PowerCut(Fate names, Fate bytes, Random random) {
        this.names = names;
        this.bytes = bytes;
        this.random = random;
    }

    boolean keepsName() {
        return switch (names) {
            case LOST -> false;
            case KEPT, ZEROS -> true;
            case HALF -> random.nextBoolean();
        };
    }

    byte[] bytes(ModelDisk.Node file) {
        return switch (bytes) {
            case LOST -> file.durableBytes;
            case KEPT -> file.bytes;
            case ZEROS -> Arrays.copyOf(file.durableBytes, Math.max(file.durableBytes.length, file.bytes.length));
            case HALF -> half(file);
        };
    }

    /** The first of the changes, and of the one after them a part. */
    private byte[] half(ModelDisk.Node file) {
        List<ModelDisk.Change> changes = file.changes;
        int kept = random.nextInt(changes.size() + 1);
        byte[] content = file.durableBytes;
        for (ModelDisk.Change change : changes.subList(0, kept)) {
            content = ModelDisk.apply(content, change);
        }
        if (kept < changes.size() && changes.get(kept) instanceof ModelDisk.Change.Bytes(long offset, byte[] written)) {
            byte[] torn = Arrays.copyOf(written, random.nextInt(written.length + 1));
            content = ModelDisk.apply(content, new ModelDisk.Change.Bytes(offset, torn));
        }
        return content;
    }

    @Override
    public String toString() {
        return "names " + names + ", bytes " + bytes;
    }
}
