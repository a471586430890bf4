/**
 * The one configuration file, {@code sigill.conf}, read once into a tree of records.
 *
 * <p>{@link ConfigKey} lists every key with its default and meaning ({@code docs/reference/config.md} has a row for
 * each; a test compares them), {@link ConfigReader} reads the file and {@code --set}/environment overrides, {@link
 * ArchiveConfig} is what the rest of the code sees. An unknown key, a value of the wrong kind or a key given twice is
 * an error that names the line and the nearest known key. A secret is never a value here, only the path of a file that
 * holds it.
 */
@NullMarked
package se.sigill.core.config;

import org.jspecify.annotations.NullMarked;
