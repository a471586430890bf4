package se.sigill.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which commit a folder of sources is at, as git tells; {@code unknown} where there is no git or no repository. */
final class SourceTree {
    private SourceTree() {}

    static String commit(Path folder) {
        if (!Files.exists(folder.resolve(".git")) || Outside.find("git").isEmpty()) {
            return "unknown";
        }
        try {
            Process git = new ProcessBuilder("git", "-C", folder.toString(), "describe", "--always", "--dirty")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return commit.isEmpty() ? "unknown" : commit;
        } catch (IOException e) {
            return "unknown";
        }
    }
}
