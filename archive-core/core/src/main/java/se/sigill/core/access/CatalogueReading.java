package se.sigill.core.access;

import java.util.List;
import java.util.Optional;
import se.sigill.core.finding.Finding;

/**
 * What came of reading an adopted table: all findings of one run, and the value if none of them is an error.
 *
 * @param <T> the catalogue, the plan or another adopted table
 */
public final class CatalogueReading<T> {
    private final Optional<T> value;
    private final List<Finding> findings;

    /** @param value empty if one of the findings is an error */
    public CatalogueReading(Optional<T> value, List<Finding> findings) {
        this.value = value;
        this.findings = List.copyOf(findings);
    }

    /** The catalogue; empty if a finding is an error. */
    public Optional<T> value() {
        return value;
    }

    /** In the order of the rows; rows that nobody has verified are findings of severity info. */
    public List<Finding> findings() {
        return findings;
    }
}
