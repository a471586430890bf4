package se.sigill.formats;

/**
 * An engine and whether it is there.
 *
 * @param name as its makers write it
 * @param version empty if it is not there or does not say
 * @param purpose what it is for, in a few words
 * @param available whether it can be used now
 * @param howToInstall the command that brings it, empty if it comes with Sigill
 */
public record Engine(String name, String version, String purpose, boolean available, String howToInstall) {}
