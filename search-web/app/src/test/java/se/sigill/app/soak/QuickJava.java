package se.sigill.app.soak;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * Processes of a program of the tests that start in half the time: their classes come from an archive that a first
 * process leaves. Such an archive wants jars, so folders of classes are put in some.
 */
final class QuickJava {
    private final Class<?> program;
    private final List<String> options;
    private final String classPath;
    private final Path classes;

    /**
     * @param folder for what the processes share
     * @param options of the JVM, for all
     */
    QuickJava(Path folder, Class<?> program, List<String> options) throws IOException {
        this.program = program;
        this.options = List.copyOf(options);
        this.classPath = jars(Files.createDirectories(folder));
        this.classes = folder.resolve("classes.jsa");
    }

    private static String jars(Path folder) {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            entries.add(Files.isDirectory(Path.of(entry)) ? jar(folder, entry, entries.size()) : entry);
        }
        return String.join(File.pathSeparator, entries);
    }

    private static String jar(Path folder, String classes, int number) {
        String jar = folder.resolve(number + ".jar").toString();
        PrintWriter nobody = new PrintWriter(PrintWriter.nullWriter());
        int exit = ToolProvider.findFirst("jar").orElseThrow().run(nobody, nobody, "cf", jar, "-C", classes, ".");
        if (exit != 0) {
            throw new IllegalStateException("no jar can be made of " + classes);
        }
        return jar;
    }

    /** Runs the first process, which must end by itself. @return its exit code */
    int first(Path output, List<String> words) throws IOException, InterruptedException {
        return run(List.of("-XX:ArchiveClassesAtExit=" + classes), output, words);
    }

    /** Runs one more. @return its exit code */
    int next(String option, Path output, List<String> words) throws IOException, InterruptedException {
        return run(List.of("-XX:SharedArchiveFile=" + classes, "-Xshare:auto", option), output, words);
    }

    private int run(List<String> more, Path output, List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(more);
        command.addAll(List.of("-cp", classPath, program.getName()));
        command.addAll(words);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
    }
}
