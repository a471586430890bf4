package se.sigill.core.access;

import java.time.LocalDate;

/**
 * A person's word about a whole record. Only the latest word counts.
 *
 * <p>"Open" speaks of what stood when it was given: it opens only while every restriction ever made on the record had
 * ended before it. A later restriction therefore takes its force for good, and the end of that restriction gives
 * nothing back.
 *
 * @param act the index of the act; gives the order of words
 * @param open true: open by decision; false: no earlier assessment counts any longer
 * @param publishable whether the record may be on the web as well; where false, not even its class puts it there
 * @param assessedBy who
 * @param assessedOn when
 * @param reason why
 */
public record Assessment(
        long act, boolean open, boolean publishable, String assessedBy, LocalDate assessedOn, String reason) {}
