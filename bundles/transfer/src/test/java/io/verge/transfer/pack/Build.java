package io.verge.transfer.pack;

import io.verge.transfer.jar.Jars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Builds one of our drivers from its sources, as they are or with a fix in them. What bnd adds (descriptions of components) is not in it. */
final class Build {
    /** Shifts the lines of the whole class, as most changes do. */
    private static final String ABOVE =
            "// A fix: what the device says twice\n// within a second is looked at\n// once only.\n";

    private static final String METHOD =
            """

                private static int howOften(java.util.List<String> said, String what) {
                    int count = 0;
                    for (String one : said) {
                        if (one.strip().equals(what) && count < 1_000) {
                            count++;
                        }
                    }
                    return count;
                }
            }
            """;

    private final Path folder;
    private final String version;

    /**
     * @param folder for what is made on the way
     * @param version of the bundle
     */
    Build(Path folder, String version) {
        this.folder = folder;
        this.version = version;
    }

    /** The canonical jar of a driver. */
    byte[] canonical(String driver, boolean fixed) throws Exception {
        Path sources = copy(Path.of("../../drivers", driver, "src/main/java"));
        if (fixed) {
            fix(sources);
        }
        Path classes = Files.createDirectories(folder.resolve("classes"));
        compile(files(sources), classes);
        Jars jar = new Jars()
                .header("Bundle-SymbolicName: io.verge.driver." + driver.replace('-', '.'))
                .header("Bundle-Version: " + version);
        for (Path file : files(classes)) {
            jar.with(classes.relativize(file).toString(), Files.readAllBytes(file));
        }
        return Jars.canonical(jar.octets(), folder);
    }

    private Path copy(Path from) throws IOException {
        Path to = folder.resolve("sources");
        for (Path file : files(from)) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        return to;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** In the class with the most lines. */
    private static void fix(Path sources) throws IOException {
        Path largest = files(sources).stream()
                .max(Comparator.comparingLong(file -> file.toFile().length()))
                .orElseThrow();
        String text = Files.readString(largest);
        int end = text.lastIndexOf('}');
        Files.writeString(largest, ABOVE + text.substring(0, end) + METHOD);
    }

    private static void compile(List<Path> sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of(
                "-g",
                "--release",
                "17",
                "-proc:none",
                "-nowarn",
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path"));
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean done = compiler.getTask(
                            null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!done) {
                throw new IOException("the driver does not compile");
            }
        }
    }
}
