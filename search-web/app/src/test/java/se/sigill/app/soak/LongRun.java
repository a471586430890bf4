package se.sigill.app.soak;

import java.io.PrintStream;
import java.util.OptionalInt;

/** A run that is too long for the gate. */
public interface LongRun {
    /** One word, as it is typed. */
    String name();

    /** What it does and what a round of it is, in one line. */
    String about();

    /** Prints as it goes; what it came to is printed by the caller. */
    End run(Order order) throws Exception;

    /**
     * What is asked for.
     *
     * @param seed of everything that is random; the same seed makes the same run, as far as the machine lets it
     * @param rounds how many; empty: as many as the run thinks right
     */
    record Order(long seed, OptionalInt rounds, PrintStream out) {}

    /** @param sound nothing was found, @param words such as {@code 100 cycles, 0 lost of 2412, 0 twice} */
    record End(boolean sound, String words) {}
}
