package se.sigill.staff.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import se.sigill.core.access.HarmTest;
import se.sigill.core.access.Openness;
import se.sigill.core.access.RestrictionCategory;
import se.sigill.core.access.Target;
import se.sigill.core.access.Viewer;
import se.sigill.core.record.FileRole;
import se.sigill.look.Language;

/** Values in words for people. */
final class Words {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private Words() {}

    static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    /** The answer in one word, as a tag. */
    static String tag(Openness answer, Language l) {
        return switch (answer) {
            case Openness.Open(Openness.Basis _, boolean publishable) ->
                publishable ? l.say("Offentlig, på webben", "Open, on the web") : l.say("Offentlig", "Open");
            case Openness.Restricted _ -> l.say("Sekretessmarkerad", "Restricted");
            case Openness.Undecided _ -> l.say("Oprövad", "Undecided");
        };
    }

    /** Why the answer is as it is, in a sentence. */
    static String why(Openness answer, Language l) {
        return switch (answer) {
            case Openness.Open(Openness.Basis.ByClass c, boolean _) ->
                l.say("Öppen genom klass ", "Open by class ") + c.code() + l.say(", beslutad av ", ", decided by ")
                        + c.decidedBy() + " " + c.decidedOn() + l.say(" (plan ", " (plan ") + c.planVersion() + ").";
            case Openness.Open(Openness.Basis.ByAssessment a, boolean _) ->
                l.say("Öppen efter prövning den ", "Open by assessment on ")
                        + a.assessment().assessedOn() + ": " + a.assessment().reason();
            case Openness.Restricted restricted ->
                l.say("Sekretess kan gälla enligt ", "May be secret under ")
                        + restricted.strongest().restriction().provision()
                        + " (" + harm(restricted.strongest().harmTest(), l) + ")"
                        + ends(restricted.strongest().ends(), l)
                        + l.say(" Varje begäran prövas på nytt.", " Each request is assessed anew.");
            case Openness.Undecided(Openness.Why why) -> undecided(why, l);
        };
    }

    private static String ends(LocalDate day, Language l) {
        return day.equals(LocalDate.MAX) ? "." : l.say(", längst till ", ", until ") + day + ".";
    }

    private static String harm(HarmTest test, Language l) {
        return switch (test) {
            case STRAIGHT ->
                l.say("rakt skaderekvisit: offentlighet är huvudregeln", "straight test: open is the rule");
            case QUALIFIED_STRAIGHT ->
                l.say("kvalificerat rakt skaderekvisit", "qualified straight test: open is the rule");
            case REVERSE -> l.say("omvänt skaderekvisit: sekretess är huvudregeln", "reverse test: secret is the rule");
            case ABSOLUTE -> l.say("absolut sekretess", "absolute secrecy");
        };
    }

    private static String undecided(Openness.Why why, Language l) {
        return switch (why) {
            case NO_CLASS ->
                l.say(
                        "Handlingen har ingen klass. Någon behöver pröva den.",
                        "The record has no class. Somebody needs to assess it.");
            case CLASS_NOT_IN_PLAN ->
                l.say("Klassen finns inte i den antagna planen.", "Its class is not in the adopted plan.");
            case CLASS_IS_ASSESSED_ONE_BY_ONE ->
                l.say("Handlingar i klassen prövas en och en.", "Records of its class are assessed one by one.");
            case CLASS_DECISION_NOT_YET_IN_FORCE ->
                l.say(
                        "Beslutet som öppnar klassen gäller inte än.",
                        "The decision that opens its class is not in force yet.");
            case RESTRICTION_ENDED ->
                l.say(
                        "En markering har upphört; det öppnar ingenting. Någon behöver pröva handlingen.",
                        "A restriction has ended, which opens nothing. Somebody needs to assess the record.");
            case RESTORE_NOT_ACCEPTED ->
                l.say(
                        "Efter en återläsning öppnas ingenting av sig självt förrän arkivarien svarat för den.",
                        "After a restore nothing opens by itself until the archivist has answered for it.");
        };
    }

    static String category(RestrictionCategory category, Language l) {
        return l.say(category.swedish(), category.word());
    }

    /** What a restriction speaks of. */
    static String target(Target target, Language l) {
        return switch (target) {
            case Target.Whole() -> l.say("hela handlingen", "the whole record");
            case Target.Part(String path) -> l.say("bilaga ", "part ") + path;
            case Target.Page(int page) -> l.say("sidan ", "page ") + page;
            case Target.PageRegion(int page, int _, int _, int _, int _) ->
                l.say("en yta på sidan ", "a region of page ") + page;
            case Target.TimeRange(int from, int to) ->
                l.say("sekund ", "second ") + from + l.say(" till ", " to ") + to;
        };
    }

    static String rendition(FileRole role, Language l) {
        return switch (role) {
            case ORIGINAL -> l.say("original, som det kom in", "original, as it came in");
            case PRESERVATION -> l.say("bevarandeformat", "preservation rendition");
            case CONTENT -> l.say("innehåll utan originalets utseende", "content without the looks of the original");
        };
    }

    static String role(Viewer.Role role, Language l) {
        return switch (role) {
            case ARCHIVIST -> l.say("arkivarie", "archivist");
            case REGISTRAR -> l.say("registrator", "registrar");
            case DECISION_MAKER -> l.say("prövare", "decision-maker");
            case INSPECTOR -> l.say("tillsyn", "inspector");
            case ADMINISTRATOR -> l.say("administratör", "administrator");
        };
    }
}
