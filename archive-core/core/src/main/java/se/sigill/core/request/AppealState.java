package se.sigill.core.request;

import java.time.LocalDate;

/** How far a request has come with the court, as far as keeping and letting go depends on it. */
public sealed interface AppealState {
    /** All was released, or the request was withdrawn: there is nothing to appeal. */
    record NothingToAppeal() implements AppealState {}

    /** A decision can still be appealed to the end of a day ({@link AppealTime#lastDay}). */
    record Possible(LocalDate lastDay) implements AppealState {}

    /** An appeal was made and is not settled; or nobody knows when the person was informed, so that no time runs. */
    record Open() implements AppealState {}

    /** The court has spoken, or the appeal was withdrawn or dismissed for good, on a day. */
    record Settled(LocalDate on) implements AppealState {}
}
