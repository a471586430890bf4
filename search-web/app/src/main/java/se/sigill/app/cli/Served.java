package se.sigill.app.cli;

import java.io.OutputStream;
import java.nio.file.Path;
import se.sigill.app.wiring.OpenArchive;

/**
 * Where a command runs that a server does for somebody.
 *
 * @param archive the server's, which stays open behind the command
 * @param directory that relative paths are meant from: the folder in which the command was typed
 * @param bytes takes what is no text
 */
public record Served(OpenArchive archive, Path directory, OutputStream bytes) {}
