package io.verge.agent.run;

import io.verge.profile.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the shipped bundles can be configured with, read from their jars. */
final class Shipped {
    private Shipped() {}

    static Catalogue catalogue() throws IOException {
        return Catalogue.ofJars(jars());
    }

    /** Those of ours; the libraries have nothing to configure. */
    static List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.walk(Installation.folder().resolve("bundles"))) {
            return files.filter(file -> {
                        String name = String.valueOf(file.getFileName());
                        return name.startsWith("verge-") && name.endsWith(".jar");
                    })
                    .sorted()
                    .toList();
        }
    }
}
