package se.sigill.core.access;

/**
 * The three rights of one viewer on one record; each includes the ones before it.
 *
 * @param exists may know that there is such a record, with its date and registration number
 * @param metadata may see its title, counterparty and description
 * @param content may read it, and find it by its words
 */
public record Rights(boolean exists, boolean metadata, boolean content) {
    public static final Rights NONE = new Rights(false, false, false);
    public static final Rights EXISTS = new Rights(true, false, false);
    public static final Rights METADATA = new Rights(true, true, false);
    public static final Rights CONTENT = new Rights(true, true, true);

    public Rights {
        if ((content && !metadata) || (metadata && !exists)) {
            throw new IllegalArgumentException("a right without the one below it");
        }
    }
}
