package se.sigill.ingest.renew;

import se.sigill.formats.Normaliser;
import se.sigill.formats.Unpacker;
import se.sigill.formats.Validator;

/** What lane 2 asks of the formats. */
public record LastingEngines(Normaliser normaliser, Validator validator, Unpacker unpacker) {}
