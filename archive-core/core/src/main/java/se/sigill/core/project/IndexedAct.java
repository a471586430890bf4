package se.sigill.core.project;

import se.sigill.core.log.Act;

/** An act and its place in the log. */
public record IndexedAct(long index, Act act) {}
