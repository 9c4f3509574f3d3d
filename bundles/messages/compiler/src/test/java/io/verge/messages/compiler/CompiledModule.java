package io.verge.messages.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.messages.uper.Codec;
import io.verge.messages.uper.CodecException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Modules compiled all the way: ASN.1 to Java, Java to classes, classes loaded. */
final class CompiledModule {
    private final ClassLoader classes;
    private final String packageName;

    private CompiledModule(ClassLoader classes, String packageName) {
        this.classes = classes;
        this.packageName = packageName;
    }

    /** Compiles the body of one module. */
    static CompiledModule of(Path folder, String assignments) {
        return ofFile(folder, "Test.asn", "Test DEFINITIONS AUTOMATIC TAGS ::= BEGIN\n" + assignments + "\nEND\n");
    }

    static CompiledModule ofFile(Path folder, String name, String text) {
        try {
            Path source = folder.resolve("asn1").resolve(name);
            Files.createDirectories(source.resolveSibling("."));
            Files.writeString(source, text);
            return ofFolder(folder, source.resolveSibling("."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles a folder of modules through the command line that the build uses. */
    static CompiledModule ofFolder(Path work, Path modules) throws IOException {
        Path java = work.resolve("java");
        Path out = Files.createDirectories(work.resolve("classes"));
        Main.main(new String[] {"--package", "compiled", "--out", java.toString(), modules.toString()});
        List<String> files;
        try (Stream<Path> found = Files.walk(java)) {
            files = found.map(Path::toString).filter(f -> f.endsWith(".java")).toList();
        }
        String[] arguments = Stream.concat(
                        Stream.of(
                                "-d",
                                out.toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-Xlint:all,-processing",
                                "-Werror",
                                "-proc:none"),
                        files.stream())
                .toArray(String[]::new);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments))
                .as("javac accepts the generated code without a warning")
                .isZero();
        return new CompiledModule(
                new URLClassLoader(new URL[] {out.toUri().toURL()}, CompiledModule.class.getClassLoader()), "compiled");
    }

    @SuppressWarnings("unchecked")
    Codec<Object> codec(String type) {
        try {
            Object found = classes.loadClass(packageName + ".Types")
                    .getMethod("find", String.class)
                    .invoke(null, type);
            assertThat(found).as("codec of " + type).isNotNull();
            return (Codec<Object>) found;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("generated code has no Types.find", e);
        }
    }

    String encode(String type, String json) throws CodecException {
        Codec<Object> codec = codec(type);
        return HexFormat.of().formatHex(codec.encode(codec.parseJson(json)));
    }

    String decode(String type, String hex) throws CodecException {
        Codec<Object> codec = codec(type);
        return codec.formatJson(codec.decode(HexFormat.of().parseHex(hex)));
    }

    /** The JSON encodes to the octets, and the octets decode to the JSON. */
    void assertSame(String type, String json, String hex) throws CodecException {
        assertThat(encode(type, json)).isEqualTo(hex);
        assertThat(decode(type, hex)).isEqualTo(json);
    }
}
