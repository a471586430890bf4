package se.sigill.app.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Types what the section "By hand" of a page in docs/formats tells people to type. */
final class ByHand {
    private static final String FENCE = "```\n";

    private ByHand() {}

    /** All shell blocks of the section, one after the other. */
    static String steps(String page) throws IOException {
        Path root = Path.of(System.getProperty("sigill.root", "../.."));
        String text = Files.readString(root.resolve("docs/formats").resolve(page));
        String section = text.substring(text.indexOf("By hand\n"));
        int next = section.indexOf("\n## ");
        StringBuilder steps = new StringBuilder();
        String left = next < 0 ? section : section.substring(0, next);
        while (left.contains(FENCE)) {
            String block = left.substring(left.indexOf(FENCE) + FENCE.length());
            int end = block.indexOf(FENCE);
            steps.append(block, 0, end < 0 ? block.lastIndexOf("```") : end);
            left = end < 0 ? "" : block.substring(end + FENCE.length());
        }
        return steps.toString();
    }

    /** Runs steps in a shell that stops at the first that fails. @return all that they print */
    static String run(String steps, Path directory) throws IOException, InterruptedException {
        assumeTrue(
                Stream.of("bash", "openssl", "xxd", "sha256sum", "sha512sum")
                        .allMatch(name -> Files.isExecutable(Path.of("/usr/bin", name))),
                "openssl or xxd is not installed: apt-get install openssl xxd");
        Process process = new ProcessBuilder("bash", "-e", "-o", "pipefail", "-c", steps)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }
}
