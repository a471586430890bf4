package se.sigill.app.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * The archive that is measured, driven as its users drive it. One thread at a time; the caller closes.
 */
public interface Product extends AutoCloseable {
    /** Where its home lies. */
    Path home();

    /**
     * Hands in folders or files, each a delivery; on return the receipts stand, durable. A product may go on to commit
     * before it returns, and then says itself when a receipt stood.
     */
    Handed deposit(List<Path> deliveries);

    /**
     * Deliveries that were acknowledged.
     *
     * @param items how many of them
     * @param receiptSeconds from the call until the receipt was durable, summed
     */
    record Handed(int items, double receiptSeconds) {}

    /** Commits, seals and indexes what was handed in; on return all of it can be found. @return records committed */
    int settle();

    /** Makes the renditions that are due. @return how many were made */
    int makeLast();

    /** How many records of the archive match; the first page of hits is read with its snippets. */
    long search(String query);

    /** Reads every byte of the archive and compares it with what was sealed. @return bytes read */
    long check();

    /** Throws catalogue and index away and makes them anew. @return records read */
    int rebuild();

    /**
     * Starts both servers, with a limit of requests that a bench does not reach, the open one as behind a proxy.
     *
     * @return once both are ready; the caller closes, which stops them
     */
    Served serve();

    /** Adopts the sample plan with one class opened: whatever has it is open and may be on the web from now on. */
    void open(String classCode);

    @Override
    void close();

    /** The archive with both its servers running. Its other commands are done by them meanwhile. */
    interface Served extends AutoCloseable {
        /** The address of the open site, with a slash at its end. */
        URI openSite();

        /** Hands a file in at the REST door. @return the delivery, received */
        String handIn(Path file);

        /** Whether the records of a delivery are committed, found inside and sealed. */
        boolean isSealed(String delivery);

        /** How many records can be found inside. */
        long found();

        /** Restricts a record; on return it is withdrawn outside. @return false if that was not acknowledged */
        boolean withdraw(String record);

        @Override
        void close();
    }

    /** Makes new archives. */
    interface Maker {
        /** A new archive in a folder that is not there yet, with the sample plan and catalogue adopted. */
        Product found(Path home);
    }
}
