package se.sigill.app.cli;

/** What a command's exit says to the program that called it. */
final class ExitCode {
    static final int OK = 0;
    static final int FAILED = 1;
    /** There are findings of severity error. */
    static final int FINDINGS = 2;
    /** Some of it was done, some not. */
    static final int PARTLY = 3;

    static final int USAGE = 64;

    private ExitCode() {}
}
