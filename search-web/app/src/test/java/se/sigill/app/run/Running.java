package se.sigill.app.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.sigill.app.cli.Sigill;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonReader;

/** Types commands at one home. */
public record Running(Path home) {
    /** What a command came to. */
    public record Ended(int exit, String out, String err) {
        /** The lines that are JSON objects. */
        public List<Json.Obj> json() {
            return out.lines()
                    .filter(line -> line.startsWith("{"))
                    .map(line -> JsonReader.parse(line).asObject())
                    .toList();
        }

        /** The lines of records that a search found, without the last one about the answer. */
        public List<Json.Obj> hits() {
            return json().stream()
                    .filter(line -> line.members().containsKey("rank"))
                    .toList();
        }

        /** This, if the command ended with one of these codes. */
        public Ended expect(int... exits) {
            for (int each : exits) {
                if (exit == each) {
                    return this;
                }
            }
            throw new AssertionError("exit code " + exit + "\n" + out + "\n" + err);
        }
    }

    /** A new archive without a plan. */
    public static Running founded(Path home) {
        Running running = new Running(home);
        running.type("init", "--name", "test.lindhult.example", "--authority", "Kommunstyrelsen")
                .expect(0);
        return running;
    }

    /** Runs a command that works on the home, in this process. */
    public Ended type(String command, String... words) {
        return run(line(command, words));
    }

    /** Runs any command, in this process. */
    public static Ended run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        PrintWriter print = new PrintWriter(out);
        PrintWriter complain = new PrintWriter(err);
        int exit = Sigill.run(print, complain, words);
        print.flush();
        complain.flush();
        return new Ended(exit, out.toString(), err.toString());
    }

    /**
     * Starts a command that works on the home in a process of its own.
     *
     * @param options of the JVM, as {@code -Dsigill.failpoint=log-after-checkpoint}
     */
    public Process start(List<String> options, Path output, String command, String... words) throws IOException {
        return program(options, output, Sigill.class, List.of(line(command, words)));
    }

    /** Starts any program of the class path in a process of its own, with the settings of this one. */
    public static Process program(List<String> options, Path output, Class<?> main, List<String> words)
            throws IOException {
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        all.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        Stream.of("sigill.root", "sigill.engines")
                .forEach(name -> all.add("-D" + name + "=" + System.getProperty(name, "")));
        all.addAll(options);
        all.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        all.addAll(words);
        return new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private String[] line(String command, String... words) {
        List<String> all = new ArrayList<>(List.of(command, "--home", home.toString()));
        all.addAll(List.of(words));
        return all.toArray(String[]::new);
    }
}
