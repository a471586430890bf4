package se.sigill.core.seal;

/** Where time-stamps come from: the built-in internal authority or one over the network. Thread-safe. */
public interface TimeStampSource {
    /** What happened to a request. */
    sealed interface Answer {}

    /** @param token RFC 3161 TimeStampToken, DER, checked to be over the hash */
    @SuppressWarnings("ArrayRecordComponent") // an answer, never compared
    record Stamped(byte[] token) implements Answer {}

    /** The authority gave none. Not a failure: the gap closes with the next sealing. @param why one sentence */
    record Unanswered(String why) implements Answer {}

    /** How the source is called where people read it: {@code INTERNAL} or an address. */
    String name();

    /** Asks for a stamp over a SHA-256 hash. Returns within a bounded time. */
    Answer stamp(byte[] hash);
}
