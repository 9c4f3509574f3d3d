package io.verge.packaging;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

/** A Java runtime with the modules that the agent needs, made by {@code jlink}. */
final class JavaRuntime {
    /**
     * What the bundles and the libraries of the agent use. Beside the plain ones: prefs for Scandium, java.sql for SQLite,
     * java.security.sasl and jgss for Netty, crypto.ec for TLS and DTLS with elliptic curves, net for the keep-alive of sockets.
     */
    private static final List<String> MODULES = List.of(
            "java.base",
            "java.logging",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.prefs",
            "java.security.jgss",
            "java.security.sasl",
            "java.sql",
            "java.xml",
            "jdk.crypto.cryptoki",
            "jdk.crypto.ec",
            "jdk.management",
            "jdk.net",
            "jdk.unsupported",
            "jdk.zipfs");

    private JavaRuntime() {}

    /**
     * Makes one.
     *
     * @param modules folder with the {@code .jmod} files of the target's JDK, of the very release that runs this
     * @param to is made; must not be there
     */
    static void link(Path modules, Path to) throws IOException {
        ToolProvider jlink = ToolProvider.findFirst("jlink")
                .orElseThrow(() -> new IOException("this Java has no jlink: build with a JDK that has"));
        StringWriter said = new StringWriter();
        PrintWriter words = new PrintWriter(said);
        int code = jlink.run(
                words,
                words,
                "--module-path",
                modules.toString(),
                "--add-modules",
                String.join(",", MODULES),
                "--strip-java-debug-attributes",
                "--no-man-pages",
                "--no-header-files",
                "--compress=2",
                "--vm=server",
                "--output",
                to.toString());
        if (code != 0) {
            throw new IOException("jlink ended with " + code + ": " + said);
        }
    }
}
