package se.sigill.staff.answer;

import java.util.Optional;
import java.util.function.Supplier;
import se.sigill.app.request.Answering;
import se.sigill.app.request.Members;
import se.sigill.app.request.Proposal;
import se.sigill.app.request.Registration;
import se.sigill.app.request.RequestDesk;
import se.sigill.app.request.RequestLine;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.request.Outcome;
import se.sigill.core.request.Wording;
import se.sigill.staff.reply.Problems;

/**
 * Requests for programs: what is asked as JSON, and what is answered. One that is not the visitor's to see answers as
 * one that is not there; what a rule forbids is 409, in both languages.
 */
record RequestAnswers(RequestDesk desk) {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    /** @param json an object, of a problem (RFC 9457) if the status is one of a failure */
    record Answer(int status, Json.Obj json) {
        boolean isProblem() {
            return status >= BAD_REQUEST;
        }
    }

    Answer open() {
        return new Answer(
                OK,
                Json.object()
                        .with(
                                "requests",
                                Json.array(desk.open().stream()
                                        .map(RequestLine::toJson)
                                        .toList())));
    }

    Answer show(String named) {
        return desk.find(named).map(sheet -> new Answer(OK, sheet.toJson())).orElseGet(RequestAnswers::notThere);
    }

    Answer register(String body) {
        return formed(() -> switch (desk.register(Registration.read(body))) {
            case RequestDesk.Registered.Is(var id) ->
                new Answer(CREATED, desk.find(id.value()).orElseThrow().toJson());
            case RequestDesk.Registered.IsNot(Wording why) -> refused(why);
        });
    }

    Answer take(String named) {
        return done(named, desk.take(named));
    }

    Answer say(String named, String body) {
        return formed(() -> {
            Members said = Members.of(body, "kind", "provision", "text");
            return done(named, desk.say(named, said.needed("kind"), said.text("provision"), said.needed("text")));
        });
    }

    Answer gather(String named, String body) {
        return formed(() -> {
            Members records = Members.of(body, "add", "remove");
            return done(named, desk.gather(named, records.texts("add"), records.texts("remove")));
        });
    }

    Answer decide(String named, String body) {
        return formed(() -> {
            Members decided = Members.of(
                    body,
                    "record",
                    "outcome",
                    "withheld",
                    "provision",
                    "reason",
                    "notLess",
                    "alone",
                    "conditions",
                    "to",
                    "reached",
                    "seen");
            Optional<Outcome> outcome = Outcome.ofWord(decided.needed("outcome"));
            if (outcome.isEmpty()) {
                throw new JsonException("\"outcome\" is none that there is");
            }
            Proposal proposal = new Proposal(
                    decided.text("record"),
                    outcome.get(),
                    decided.texts("withheld"),
                    decided.text("provision").strip(),
                    decided.text("reason"),
                    decided.text("notLess"),
                    decided.text("alone"),
                    decided.text("conditions"),
                    decided.text("to"),
                    decided.text("reached"));
            return done(named, desk.decide(named, proposal, decided.integer("seen", 0)));
        });
    }

    Answer countersign(String named, String body) {
        return formed(() -> {
            Members signed = Members.of(body, "decision", "agrees", "reason");
            return done(
                    named,
                    desk.countersign(
                            named, signed.integer("decision", 0), signed.bool("agrees"), signed.text("reason")));
        });
    }

    /** @param body may be empty: nothing goes on the web then */
    Answer release(String named, String body) {
        return formed(() -> {
            Members released = Members.of(body.isBlank() ? "{}" : body, "publish");
            return done(named, desk.release(named, released.texts("publish")));
        });
    }

    Answer close(String named, String body) {
        return formed(() -> {
            Members closed = Members.of(body, "how", "reason");
            return done(named, desk.close(named, closed.needed("how"), closed.text("reason")));
        });
    }

    /** The request as it stands after that. */
    private Answer done(String named, Answering.Outcome outcome) {
        return switch (outcome) {
            case Answering.Outcome.Unknown() -> notThere();
            case Answering.Outcome.Refused(Wording why) -> refused(why);
            case Answering.Outcome.Done(long act) ->
                desk.find(named)
                        .map(sheet -> new Answer(OK, sheet.toJson().with("act", act)))
                        .orElseGet(RequestAnswers::notThere);
        };
    }

    /** A body that is not of its form names the member that is wrong, never what stands in it. */
    private static Answer formed(Supplier<Answer> work) {
        try {
            return work.get();
        } catch (JsonException e) {
            return new Answer(
                    BAD_REQUEST,
                    Problems.object(
                            BAD_REQUEST,
                            "Bad Request",
                            "The body is not of its form: " + e.getMessage() + ". Nothing was changed."));
        }
    }

    private static Answer notThere() {
        return new Answer(
                NOT_FOUND,
                Problems.object(
                        NOT_FOUND,
                        "Not Found",
                        "There is no such request that is yours to see; GET api/requests names those that wait."));
    }

    private static Answer refused(Wording why) {
        return new Answer(
                CONFLICT,
                Problems.object(CONFLICT, "Conflict", why.english() + " Nothing was changed.")
                        .with("swedish", why.swedish() + " Inget är ändrat."));
    }
}
