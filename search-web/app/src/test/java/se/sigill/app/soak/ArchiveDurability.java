package se.sigill.app.soak;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code ArchiveDurability SEED HALVES WAY}: the whole archive alone, in a process whose default file system records. */
final class ArchiveDurability {
    private static final Logger EVERYTHING = Logger.getLogger("");

    private ArchiveDurability() {}

    public static void main(String[] words) throws Exception {
        EVERYTHING.setLevel(Level.OFF);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        DurabilityRun.Way way = DurabilityRun.Way.valueOf(words[2]);
        LongRun run = new DurabilityRun(DurabilityRun.ofArchive(), way, Integer.parseInt(words[1]));
        LongRun.End end = run.run(new LongRun.Order(Long.parseLong(words[0]), OptionalInt.empty(), out));
        out.println(end.words());
        System.exit(end.sound() ? 0 : 1);
    }
}
