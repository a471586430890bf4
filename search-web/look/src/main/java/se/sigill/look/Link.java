package se.sigill.look;

/** A word and where it leads. @param link a path on this site; empty if it leads nowhere */
public record Link(String value, String link) {}
