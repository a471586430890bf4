package se.sigill.app.demo;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was generated: the folders to deposit, every file in them, and where the planted words lie.
 *
 * @param root the folder that holds all of it
 * @param seed what it was made from
 * @param deliveries folders to deposit, in the order in which the demonstration does
 * @param items one for each file that becomes a record, except for the messages inside the mbox
 * @param mboxMessages how many messages the mbox holds, each a record of its own
 * @param planted the item that holds each planted word; the one of the mbox names the mbox file
 */
public record DemoFacts(
        Path root,
        long seed,
        List<Path> deliveries,
        List<DemoItem> items,
        int mboxMessages,
        Map<Planted, DemoItem> planted) {
    static final String PLAN = "informationsplan.csv";
    static final String PROVISIONS = "sekretessbestammelser.csv";

    public DemoFacts {
        deliveries = List.copyOf(deliveries);
        items = List.copyOf(items);
        planted = new EnumMap<>(planted);
    }

    /** The adopted plan's file: which class is open, who decided it. */
    public Path informationPlan() {
        return root.resolve(PLAN);
    }

    /** The provision catalogue's file. */
    public Path provisions() {
        return root.resolve(PROVISIONS);
    }

    /** How many records a deposit of all deliveries makes. */
    public int records() {
        return items.size() + mboxMessages;
    }

    /** The item that alone holds this word. */
    public DemoItem where(Planted word) {
        DemoItem item = planted.get(word);
        if (item == null) {
            throw new IllegalStateException(word + " was not planted");
        }
        return item;
    }
}
