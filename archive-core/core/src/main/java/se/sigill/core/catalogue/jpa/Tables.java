package se.sigill.core.catalogue.jpa;

import java.util.List;

/** The entities, for what is done to many of them alike. */
final class Tables {
    /** Those with rows of one record, but for the record itself. */
    static final List<Class<? extends RowOfRecord>> OF_RECORD = List.of(
            VersionRow.class,
            GapRow.class,
            HoldRow.class,
            RestrictionRow.class,
            AssessmentRow.class,
            OverrideRow.class,
            RequestRow.class,
            RequestActRow.class,
            IncidentActRow.class);

    /** All of them. */
    static final List<Class<?>> ALL = List.of(
            RecordRow.class,
            VersionRow.class,
            GapRow.class,
            HoldRow.class,
            RestrictionRow.class,
            AssessmentRow.class,
            OverrideRow.class,
            RequestRow.class,
            RequestActRow.class,
            IncidentActRow.class,
            DisposalRow.class,
            AdoptionRow.class,
            RestorationRow.class,
            AuditRow.class,
            CursorRow.class);

    private Tables() {}
}
