package se.sigill.core.archive;

import java.security.SecureRandom;
import java.time.Clock;
import se.sigill.core.config.ArchiveConfig;
import se.sigill.core.config.Home;

/**
 * Where and when an archive works.
 *
 * @param clock UTC; tests set their own
 * @param random for ids and salts
 */
public record Surroundings(Home home, ArchiveConfig config, Clock clock, SecureRandom random) {}
