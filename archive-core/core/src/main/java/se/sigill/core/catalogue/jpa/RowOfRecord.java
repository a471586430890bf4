package se.sigill.core.catalogue.jpa;

/** A row that belongs to one record. */
interface RowOfRecord {
    String recordId();

    /** The act that made it. */
    long act();
}
