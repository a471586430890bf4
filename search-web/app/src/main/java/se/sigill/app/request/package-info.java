/**
 * Answering requests for records (begäran om utlämnande): from the letter outside to copies and decision.
 *
 * <p>Read {@link se.sigill.app.request.InboxRound} (letters come in), {@link se.sigill.app.request.Registering} (a
 * letter becomes a record), {@link se.sigill.app.request.Answering} (what people decide) and
 * {@link se.sigill.app.request.Posting} (what the requester finds outside) in this order; then what comes beside and
 * after: {@link se.sigill.app.request.Fees}, {@link se.sigill.app.request.Appeals} and
 * {@link se.sigill.app.request.Leaks}. Whatever was said and decided
 * are acts; {@link se.sigill.core.request.Request} is computed from them. Who asks lies in the
 * {@link se.sigill.app.request.Envelopes envelope} alone.
 *
 * <p>On disk: {@code work/requests/} (drafts), {@code work/envelopes/} (a key for each envelope). Everything here is
 * done
 * as one user, and asks whether it is theirs to do. Sources: TF 2 kap., OSL 6 kap., FL 32-33, 37-39, 43-46
 * §§, GDPR art. 33-34.
 */
@NullMarked
package se.sigill.app.request;

import org.jspecify.annotations.NullMarked;
