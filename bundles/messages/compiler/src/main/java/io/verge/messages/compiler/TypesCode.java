package io.verge.messages.compiler;

import io.verge.messages.compiler.Schema.Definition;
import java.util.List;

/** The list of a unit's types by name, for callers that learn the name at run time. */
final class TypesCode {
    private TypesCode() {}

    static JavaSource generate(List<Definition> definitions) {
        List<Definition> named = definitions.stream()
                .filter(d -> d.body() instanceof Schema.Sequence || d.body() instanceof Schema.Choice)
                .toList();
        JavaSource out = new JavaSource();
        out.line("/** The types of this package by their ASN.1 names. */");
        out.line("public final class Types {");
        out.line("private static final List<String> NAMES = List.of(new String[] {");
        named.forEach(d -> out.line("\"%s\",", d.asnName()));
        out.line("});").line("");
        out.line("private Types() {}").line("");
        out.line("/** The names for which {@link #find} has a codec: every SEQUENCE and CHOICE. */");
        out.line("public static List<String> names() {")
                .line("return NAMES;")
                .line("}")
                .line("");
        out.line("/** What can be done with a type; null when there is none of this name. */");
        out.line("public static @Nullable Codec<?> find(String name) {");
        out.line("return switch (name) {");
        for (Definition definition : named) {
            String java = definition.javaName();
            boolean choice = definition.body() instanceof Schema.Choice;
            out.line(
                    "case \"%s\" -> new Codec<%s>(name, %s::decode, %s, %s::readJson, %s);",
                    definition.asnName(),
                    java,
                    java,
                    choice ? java + "::encode" : "(out, value) -> value.encode(out)",
                    java,
                    choice ? java + "::writeJson" : "(out, value) -> value.writeJson(out)");
        }
        out.line("default -> null;").line("};").line("}");
        return out.line("}");
    }
}
