package se.sigill.open;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import se.sigill.open.answer.AskResource;
import se.sigill.open.answer.FailurePage;
import se.sigill.open.answer.FeedResource;
import se.sigill.open.answer.FileResource;
import se.sigill.open.answer.FollowResource;
import se.sigill.open.answer.ImageResource;
import se.sigill.open.answer.LogResource;
import se.sigill.open.answer.PageResource;
import se.sigill.open.answer.RefusalPage;
import se.sigill.open.answer.SafeHeaders;
import se.sigill.open.answer.SitemapResource;
import se.sigill.open.answer.StyleResource;
import se.sigill.open.answer.TerminalResource;
import se.sigill.open.answer.Turnstile;

/** Every resource of the site, and what stands before and behind all of them. */
public final class Routes {
    private static final List<Class<?>> RESOURCES = List.of(
            PageResource.class,
            AskResource.class,
            FollowResource.class,
            FileResource.class,
            ImageResource.class,
            FeedResource.class,
            SitemapResource.class,
            LogResource.class,
            StyleResource.class,
            TerminalResource.class);

    private static final List<Class<?>> AROUND =
            List.of(Turnstile.class, SafeHeaders.class, RefusalPage.class, FailurePage.class);

    private Routes() {}

    public static Set<Class<?>> all() {
        Set<Class<?>> all = new LinkedHashSet<>(RESOURCES);
        all.addAll(AROUND);
        return all;
    }
}
