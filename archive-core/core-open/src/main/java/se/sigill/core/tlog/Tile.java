package se.sigill.core.tlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One tile of a tree (c2sp.org/tlog-tiles): up to 256 hashes side by side. Level 0 holds leaves, each level above holds
 * one hash for each full tile below.
 *
 * @param level 0 to 7: eight levels of eight cover every 64-bit index
 * @param index place within the level, from 0
 * @param width hashes in it, 1 to 256; less than 256 only at the right edge
 */
public record Tile(int level, long index, int width) {
    /** Hashes in a full tile. */
    public static final int WIDTH = 256;
    /** Levels of the tree that one level of tiles covers. */
    public static final int HEIGHT = 8;

    /** Levels of tiles: eight of eight cover every 64-bit index. */
    public static final int LEVELS = 8;

    private static final Pattern PATH =
            Pattern.compile("tile/(0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public Tile {
        if (level < 0 || level >= LEVELS || index < 0 || width < 1 || width > WIDTH) {
            throw new TlogFormatException("no tile has level " + level + ", index " + index + ", width " + width);
        }
    }

    /** The tile of that place in a tree of that many entries. @throws TlogFormatException if the tree has none there */
    public static Tile in(long size, int level, long index) {
        long hashes = size >> (HEIGHT * level);
        return new Tile(level, index, (int) Math.max(0, Math.min(WIDTH, hashes - index * WIDTH)));
    }

    /** The tiles that a tree of {@code newSize} has and one of {@code oldSize} had not, lowest level first. */
    public static List<Tile> added(long oldSize, long newSize) {
        List<Tile> tiles = new ArrayList<>();
        for (int level = 0; newSize >> (HEIGHT * level) > 0; level++) {
            long before = oldSize >> (HEIGHT * level);
            long after = newSize >> (HEIGHT * level);
            if (before < after) {
                for (long index = before / WIDTH; index * WIDTH < after; index++) {
                    tiles.add(in(newSize, level, index));
                }
            }
        }
        return tiles;
    }

    /**
     * Reads {@code tile/0/x001/067} or {@code tile/0/x001/067.p/8}.
     *
     * @throws TlogFormatException if it is no such path
     */
    public static Tile parse(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            throw new TlogFormatException("not a tile path");
        }
        String width = matcher.group(3);
        long index = Long.parseLong(matcher.group(2).replaceAll("[x/]", ""));
        Tile tile =
                new Tile(Integer.parseInt(matcher.group(1)), index, width == null ? WIDTH : Integer.parseInt(width));
        if (!tile.path().equals(path)) {
            throw new TlogFormatException("not the one spelling of a tile path");
        }
        return tile;
    }

    /** {@code 1234067} as {@code x001/x234/067}. */
    public static String number(long index) {
        StringBuilder out = new StringBuilder(String.format(Locale.ROOT, "%03d", index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            out.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
        }
        return out.toString();
    }

    public boolean isFull() {
        return width == WIDTH;
    }

    /** The same place, 256 wide. */
    public Tile full() {
        return new Tile(level, index, WIDTH);
    }

    /** The path below the log's folder, with slashes. */
    public String path() {
        return "tile/" + level + "/" + number(index) + (isFull() ? "" : ".p/" + width);
    }

    /** The one hash that stands for a full tile on the level above. @param bytes 8,192 of them */
    public static TreeHash root(byte[] bytes) {
        if (bytes.length != WIDTH * TreeHash.SIZE_BYTES) {
            throw new TlogFormatException("only a full tile has a hash on the level above");
        }
        return TileHashes.fold(bytes, 0, WIDTH);
    }

    public int sizeBytes() {
        return width * TreeHash.SIZE_BYTES;
    }
}
