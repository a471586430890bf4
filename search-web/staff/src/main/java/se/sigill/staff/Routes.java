package se.sigill.staff;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import se.sigill.staff.answer.ArchiveProblem;
import se.sigill.staff.answer.CommandResource;
import se.sigill.staff.answer.FailureProblem;
import se.sigill.staff.answer.RefusalProblem;
import se.sigill.staff.answer.SafeHeaders;
import se.sigill.staff.answer.StatusResource;
import se.sigill.staff.answer.TokenFilter;

/** Every resource of the server, and what stands before and behind all of them. */
public final class Routes {
    private static final List<Class<?>> RESOURCES = List.of(StatusResource.class, CommandResource.class);

    private static final List<Class<?>> AROUND = List.of(
            TokenFilter.class, SafeHeaders.class, ArchiveProblem.class, RefusalProblem.class, FailureProblem.class);

    private Routes() {}

    public static Set<Class<?>> all() {
        Set<Class<?>> all = new LinkedHashSet<>(RESOURCES);
        all.addAll(AROUND);
        return all;
    }
}
