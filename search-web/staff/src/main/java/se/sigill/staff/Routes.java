package se.sigill.staff;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import se.sigill.staff.answer.AccountResource;
import se.sigill.staff.answer.ApiResource;
import se.sigill.staff.answer.AppealResource;
import se.sigill.staff.answer.ArchiveProblem;
import se.sigill.staff.answer.AssessResource;
import se.sigill.staff.answer.CareResource;
import se.sigill.staff.answer.CommandResource;
import se.sigill.staff.answer.DeskResource;
import se.sigill.staff.answer.FailureProblem;
import se.sigill.staff.answer.FeeResource;
import se.sigill.staff.answer.FileResource;
import se.sigill.staff.answer.ForwardingResource;
import se.sigill.staff.answer.HoldResource;
import se.sigill.staff.answer.IncidentResource;
import se.sigill.staff.answer.IntakeResource;
import se.sigill.staff.answer.LeakResource;
import se.sigill.staff.answer.LoginResource;
import se.sigill.staff.answer.PageImageResource;
import se.sigill.staff.answer.PlanResource;
import se.sigill.staff.answer.RecordIncidentResource;
import se.sigill.staff.answer.RecordResource;
import se.sigill.staff.answer.RefusalProblem;
import se.sigill.staff.answer.RejectResource;
import se.sigill.staff.answer.RequestResource;
import se.sigill.staff.answer.RequestsApiResource;
import se.sigill.staff.answer.RequestsResource;
import se.sigill.staff.answer.ReservationResource;
import se.sigill.staff.answer.SafeHeaders;
import se.sigill.staff.answer.StatusResource;
import se.sigill.staff.answer.StyleResource;
import se.sigill.staff.answer.UploadResource;
import se.sigill.staff.gate.Doorkeeper;
import se.sigill.staff.gate.Gate;

/** Every resource of the server, and what stands before and behind all of them. */
public final class Routes {
    private static final List<Class<?>> RESOURCES = List.of(
            LoginResource.class,
            DeskResource.class,
            RecordResource.class,
            FileResource.class,
            PageImageResource.class,
            AssessResource.class,
            HoldResource.class,
            RequestsResource.class,
            RequestResource.class,
            LeakResource.class,
            AppealResource.class,
            FeeResource.class,
            IncidentResource.class,
            RecordIncidentResource.class,
            ReservationResource.class,
            ForwardingResource.class,
            IntakeResource.class,
            RejectResource.class,
            UploadResource.class,
            CareResource.class,
            PlanResource.class,
            AccountResource.class,
            StyleResource.class,
            ApiResource.class,
            RequestsApiResource.class,
            StatusResource.class,
            CommandResource.class);

    private static final List<Class<?>> AROUND = List.of(
            Doorkeeper.class,
            Gate.class,
            SafeHeaders.class,
            ArchiveProblem.class,
            RefusalProblem.class,
            FailureProblem.class);

    private Routes() {}

    public static Set<Class<?>> all() {
        Set<Class<?>> all = new LinkedHashSet<>(RESOURCES);
        all.addAll(AROUND);
        return all;
    }
}
