package se.sigill.core.seal;

import java.util.HexFormat;
import java.util.Optional;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.proof.LeafText;

/** A leaf of a period's tree as its line in {@code leaves} has it. */
public sealed interface Leaf {
    /** 0 … 1,048,575; random, and unique in the period. */
    int place();

    /** The leaf hash, 32 bytes. */
    byte[] hash();

    /**
     * The leaf of a file that is there.
     *
     * @param sizeBytes of the file; not part of the proof, it tells a truncated file from a changed one
     * @param file as {@link SealItem#reference}, or {@link #CHECKPOINT}
     */
    record Standing(int place, LeafText text, long sizeBytes, String file) implements Leaf {
        @Override
        public byte[] hash() {
            return text.hash();
        }
    }

    /**
     * The leaf of a file that was disposed of.
     *
     * @param leaf its hash, hexadecimal
     * @param erased log index of the disposal act
     */
    record Erased(int place, String leaf, long erased) implements Leaf {
        @Override
        public byte[] hash() {
            return HexFormat.of().parseHex(leaf);
        }
    }

    /** Names the leaf over the log's checkpoint. */
    String CHECKPOINT = "checkpoint";

    /** The line without its LF. */
    default String line() {
        Json.Obj json = Json.object().with("place", place());
        return JsonWriter.compact(
                switch (this) {
                    case Standing s ->
                        json.with("salt", s.text().salt())
                                .with("sha256", s.text().sha256())
                                .with("sha512", s.text().sha512())
                                .with("bytes", s.sizeBytes())
                                .with("file", s.file());
                    case Erased e -> json.with("leaf", e.leaf()).with("erased", e.erased());
                });
    }

    /** The leaf in a line; empty if the line is not exactly the form of one. */
    static Optional<Leaf> parse(String line) {
        try {
            Json.Obj json = JsonReader.parse(line).asObject();
            int place = Math.toIntExact(json.integer("place"));
            Leaf leaf = json.has("erased")
                    ? new Erased(place, json.text("leaf"), json.integer("erased"))
                    : new Standing(
                            place,
                            new LeafText(json.text("salt"), json.text("sha256"), json.text("sha512")),
                            json.integer("bytes"),
                            json.text("file"));
            boolean exact = leaf.hash().length == 32
                    && place >= 0
                    && place < SparseTree.PLACES
                    && leaf.line().equals(line);
            return exact ? Optional.of(leaf) : Optional.empty();
        } catch (JsonException | IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
