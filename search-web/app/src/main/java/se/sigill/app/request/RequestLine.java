package se.sigill.app.request;

import java.time.Instant;
import se.sigill.core.json.Json;
import se.sigill.core.request.Request;
import se.sigill.core.request.WorkingTime;

/**
 * A request in a list of them, the same in REST and on the command line. Nothing of who asks is in it, nor a word of
 * what they wrote.
 *
 * @param state as {@link Request.State#word}
 * @param age in a word, and {@code waitedMinutes} of working time since it came
 * @param person account of whoever answers for it; empty if nobody does yet
 */
public record RequestLine(
        String request,
        String number,
        String authority,
        String state,
        String channel,
        Instant arrived,
        String age,
        long waitedMinutes,
        String person) {

    /** @param now for the time of waiting of what is open */
    static RequestLine of(RequestBook.Entry entry, Instant now) {
        Request request = entry.request();
        Instant arrived = request.asked().arrived();
        WorkingTime time = WorkingTime.between(
                arrived, request.closing().map(Request.Closing::at).orElse(now));
        return new RequestLine(
                request.id().value(),
                entry.number(),
                entry.record().authority(),
                request.state().word(),
                request.asked().channel(),
                arrived,
                time.age().word().english(),
                time.total().toMinutes(),
                request.person().orElse(""));
    }

    public Json.Obj toJson() {
        return Json.object()
                .with("request", request)
                .with("number", number)
                .with("authority", authority)
                .with("state", state)
                .with("channel", channel)
                .with("arrived", arrived.toString())
                .with("age", age)
                .with("waitedMinutes", waitedMinutes)
                .with("person", person);
    }
}
