package se.sigill.core.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The way from a leaf to the root of the tree: one sibling a level, from the leaf up. Two hashes are joined in
 * ascending order of their bytes (RFC 4998 §4.2), so the path does not say on which side a sibling lies.
 *
 * @param siblings exactly {@link #DEPTH} hashes in hexadecimal, lower case
 */
public record TreePath(List<String> siblings) {
    /** Levels between a leaf and the root; the same in every tree, so that the length of a path says nothing. */
    public static final int DEPTH = 20;

    /** @throws IllegalArgumentException if there are not 20 siblings of 64 hexadecimal digits */
    public TreePath {
        siblings = List.copyOf(siblings);
        if (siblings.size() != DEPTH || !siblings.stream().allMatch(s -> LeafText.isHex(s, 64))) {
            throw new IllegalArgumentException("a path has " + DEPTH + " siblings of 64 hexadecimal digits");
        }
    }

    /** The path in these bytes, a sibling a line; empty if they are not exactly one path. */
    public static Optional<TreePath> parse(byte[] bytes) {
        if (bytes.length != DEPTH * 65) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>(List.of(new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1)));
        if (lines.size() != DEPTH + 1 || !lines.removeLast().isEmpty()) {
            return Optional.empty();
        }
        return lines.stream().allMatch(s -> LeafText.isHex(s, 64))
                ? Optional.of(new TreePath(lines))
                : Optional.empty();
    }

    public byte[] bytes() {
        return (String.join("\n", siblings) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** The root hash that this path leads to from a leaf hash. */
    public byte[] rootOf(byte[] leafHash) {
        byte[] hash = leafHash;
        for (String sibling : siblings) {
            hash = join(hash, HexFormat.of().parseHex(sibling));
        }
        return hash;
    }

    /** The hash of a node from the hashes of its two children, in whichever order they are given. */
    public static byte[] join(byte[] one, byte[] other) {
        return Arrays.compareUnsigned(one, other) <= 0 ? Sha.sha256(one, other) : Sha.sha256(other, one);
    }
}
