package io.verge.profile;

import io.verge.profile.internal.SchemaWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Writes the JSON Schema of profiles for editors. Runs at build time; needs jackson-core, which the agent does not. */
public final class SchemaMain {
    private SchemaMain() {}

    /**
     * Writes the schema.
     *
     * @param arguments the file to write, then the bundles whose components a profile can configure
     * @throws IOException when a bundle cannot be read or the file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 1) {
            throw new IllegalArgumentException("usage: SchemaMain FILE BUNDLE...");
        }
        List<Path> bundles = Arrays.stream(arguments).skip(1).map(Path::of).toList();
        Path file = Path.of(arguments[0]).toAbsolutePath();
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Catalogue catalogue = Catalogue.ofJars(bundles);
        try (OutputStream out = Files.newOutputStream(file)) {
            SchemaWriter.write(catalogue, out);
        }
    }
}
