package se.sigill.core.access;

/** How a record stands to the adopted information plan. */
public sealed interface Classification {
    /** The record has no class. */
    record None() implements Classification {}

    /** The record names a class that the adopted plan does not have. */
    record NotInPlan(String code) implements Classification {}

    /** The class the plan has for the record, and the version of the plan. */
    record InPlan(PlanClass planClass, String planVersion) implements Classification {}
}
