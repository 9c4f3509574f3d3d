package io.verge.messages.compiler;

import io.verge.messages.compiler.Schema.Alternative;
import io.verge.messages.compiler.Schema.Definition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles one unit of ASN.1 modules into one Java package. */
public final class Compiler {
    private static final int MAX_DEPTH = 32;

    private final List<Definition> definitions;
    private final Map<Definition, Alternatives> alternatives = new HashMap<>();
    private final Map<Definition, List<String>> interfaces = new HashMap<>();

    private Compiler(List<Definition> definitions) {
        this.definitions = definitions;
    }

    /**
     * Reads the modules of a unit: all files {@code *.asn} and {@code *.asn1} of the folders, and single files.
     *
     * @throws SourceException when a module is not understood
     */
    public static List<Definition> read(Collection<Path> sources) throws IOException {
        List<Syntax.Module> modules = new ArrayList<>();
        for (Path source : sources) {
            for (Path file : files(source)) {
                modules.addAll(Parser.parse(String.valueOf(file.getFileName()), Files.readString(file)));
            }
        }
        return Resolver.resolve(modules);
    }

    private static List<Path> files(Path source) throws IOException {
        if (!Files.isDirectory(source)) {
            return List.of(source);
        }
        try (Stream<Path> files = Files.list(source)) {
            return files.filter(file ->
                            file.toString().endsWith(".asn") || file.toString().endsWith(".asn1"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Generates Java.
     *
     * @return name of the file, without folder, → its text
     */
    public static Map<String, String> compile(List<Definition> definitions, String packageName, String source) {
        return new Compiler(definitions).generate(packageName, source);
    }

    private Map<String, String> generate(String packageName, String source) {
        findAlternatives();
        Map<String, String> files = new LinkedHashMap<>();
        files.put("package-info.java", FileCode.packageInfo(packageName, source));
        Set<Definition> contained = contained();
        for (Definition definition : definitions) {
            if (Sizes.recursive(definition)) {
                continue;
            }
            checkDepth(definition, new ArrayList<>());
        }
        for (Definition definition : definitions) {
            JavaSource body = code(definition, !contained.contains(definition));
            if (body != null) {
                files.put(definition.javaName() + ".java", FileCode.file(packageName, body));
            }
        }
        files.put("Types.java", FileCode.file(packageName, TypesCode.generate(definitions)));
        return files;
    }

    private @Nullable JavaSource code(Definition definition, boolean root) {
        Schema.Body body = definition.body();
        if (body instanceof Schema.Sequence sequence) {
            return SequenceCode.generate(definition, sequence, interfaces.getOrDefault(definition, List.of()));
        }
        if (body instanceof Schema.Choice choice) {
            return ChoiceCode.generate(definition, choice, alternativesOf(definition), root);
        }
        if (body instanceof Schema.OpenTable table) {
            return OpenTableCode.generate(definition, table, alternativesOf(definition));
        }
        if (body instanceof Schema.Enumerated enumerated) {
            return EnumeratedCode.generate(definition, enumerated);
        }
        return body instanceof Schema.ListOf list
                ? ListCode.generate(definition, list)
                : ConstantsCode.generate(definition, (Schema.Alias) body);
    }

    private Alternatives alternativesOf(Definition definition) {
        Alternatives found = alternatives.get(definition);
        if (found == null) {
            throw new IllegalStateException("no alternatives for " + definition.asnName());
        }
        return found;
    }

    private void findAlternatives() {
        Set<String> names = definitions.stream().map(Definition::javaName).collect(Collectors.toSet());
        for (Definition definition : definitions) {
            List<Alternative> all = definition.body() instanceof Schema.Choice choice
                    ? ChoiceCode.alternatives(choice)
                    : definition.body() instanceof Schema.OpenTable table
                            ? table.rows().stream().map(Schema.Row::alternative).toList()
                            : List.of();
            if (!all.isEmpty()) {
                Alternatives decided = new Alternatives(definition.javaName(), all, names);
                alternatives.put(definition, decided);
                for (Definition record : decided.implementors()) {
                    interfaces.computeIfAbsent(record, r -> new ArrayList<>()).add(definition.javaName());
                }
            }
        }
    }

    private Set<Definition> contained() {
        Set<Definition> contained = new HashSet<>();
        for (Definition definition : definitions) {
            for (Schema.Type type : Sizes.parts(definition.body())) {
                Definition part = Sizes.definitionOf(type);
                if (part != null) {
                    contained.add(part);
                }
            }
        }
        return contained;
    }

    /** Types that do not contain themselves need no check at run time if they are not nested too deep. */
    private static void checkDepth(Definition definition, List<Definition> path) {
        if (path.contains(definition)) {
            return;
        }
        path.add(definition);
        if (path.size() > MAX_DEPTH) {
            throw new SourceException(
                    definition.at(),
                    "expected types nested at most " + MAX_DEPTH + " deep from "
                            + path.get(0).asnName());
        }
        for (Schema.Type type : Sizes.parts(definition.body())) {
            Definition part = Sizes.definitionOf(type);
            if (part != null) {
                checkDepth(part, path);
            }
        }
        path.remove(path.size() - 1);
    }
}
