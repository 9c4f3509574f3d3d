package io.verge.messages.compiler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command line: {@code --package NAME --out FOLDER FILE-OR-FOLDER…}. Files that have not changed are not
 * written again, so that nothing that depends on them is built again.
 */
public final class Main {
    private Main() {}

    /** Compiles one unit; an error in a module ends with its place and reason. */
    public static void main(String[] arguments) throws IOException {
        String packageName = null;
        Path out = null;
        List<Path> sources = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--package" -> packageName = arguments[++i];
                case "--out" -> out = Path.of(arguments[++i]);
                default -> sources.add(Path.of(arguments[i]));
            }
        }
        if (packageName == null || out == null || sources.isEmpty()) {
            throw new IllegalArgumentException("usage: --package NAME --out FOLDER FILE-OR-FOLDER…");
        }
        String from = sources.stream()
                .map(source -> String.valueOf(source.getFileName()))
                .collect(Collectors.joining(", "));
        write(Compiler.compile(Compiler.read(sources), packageName, from), out.resolve(packageName.replace('.', '/')));
    }

    private static void write(Map<String, String> files, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.toList()) {
                if (!files.containsKey(String.valueOf(file.getFileName())) && Files.isRegularFile(file)) {
                    Files.delete(file);
                }
            }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
                Files.writeString(path, file.getValue());
            }
        }
    }
}
