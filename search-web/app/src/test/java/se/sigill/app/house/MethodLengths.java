package se.sigill.app.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Measures methods with the compiler's own parser. */
final class MethodLengths {
    private static final int METHOD_LINES_MAX = 70;

    private MethodLengths() {}

    /** One line for every method that is longer than the house allows. */
    static List<String> over(List<Path> files) throws IOException {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK is needed");
        List<String> wrong = new ArrayList<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> whole = files.stream().map(Repository.ROOT::resolve).toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(whole));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new TreeScanner<Void, Path>() {
                    @Override
                    public Void visitMethod(MethodTree method, Path file) {
                        long first = line(unit, positions.getStartPosition(unit, method));
                        long last = line(unit, positions.getEndPosition(unit, method));
                        if (last - first + 1 > METHOD_LINES_MAX) {
                            wrong.add(Repository.ROOT.relativize(
                                            Path.of(unit.getSourceFile().toUri())) + ":" + first + " "
                                    + method.getName() + " has " + (last - first + 1) + " lines (at most "
                                    + METHOD_LINES_MAX + ")");
                        }
                        return super.visitMethod(method, file);
                    }
                }.scan(unit, Path.of(unit.getSourceFile().toUri()));
            }
        }
        return wrong;
    }

    private static long line(CompilationUnitTree unit, long position) {
        return unit.getLineMap().getLineNumber(position);
    }
}
