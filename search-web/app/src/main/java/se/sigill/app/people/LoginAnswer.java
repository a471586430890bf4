package se.sigill.app.people;

import java.time.Duration;

/** What came of trying to log in. */
public sealed interface LoginAnswer {
    /** The name, the password and the code belong together; without a second factor there was no code to give. */
    record In(Account account) implements LoginAnswer {}

    /** Something of it is wrong. Nobody is told what. */
    record Wrong() implements LoginAnswer {}

    /** So long after too many wrong tries. */
    record Wait(Duration left) implements LoginAnswer {}
}
