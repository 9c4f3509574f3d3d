package io.verge.messages.compiler;

import io.verge.messages.compiler.Schema.Definition;
import io.verge.messages.compiler.Schema.Field;
import io.verge.messages.compiler.Schema.Sequence;
import java.util.ArrayList;
import java.util.List;

/** The builder of a record: what is not set is absent or has its DEFAULT. */
final class BuilderCode {
    private final Definition definition;
    private final Sequence body;
    private final JavaSource out;

    BuilderCode(Definition definition, Sequence body, JavaSource out) {
        this.definition = definition;
        this.body = body;
        this.out = out;
    }

    private static String name(Field field) {
        return JavaNames.component(field.name());
    }

    void generate() {
        List<Field> fields = SequenceCode.fields(body);
        if (fields.isEmpty()) {
            return;
        }
        out.line("/** A builder in which nothing is set. */");
        out.line("public static Builder builder() {")
                .line("return new Builder();")
                .line("}")
                .line("");
        out.line("/** Builds a {@link %s}; for use by one thread. */".formatted(definition.javaName()));
        out.line("public static final class Builder {");
        for (Field field : fields) {
            Syntax.Value value = field.defaultValue();
            String initial = value == null || !body.root().contains(field)
                    ? ""
                    : " = " + TypeCode.defaultLiteral(field.type(), value);
            out.line("private @Nullable %s %s%s;", TypeCode.boxed(field.type()), name(field), initial);
        }
        out.line("");
        out.line("private Builder() {}").line("");
        List<String> values = new ArrayList<>();
        for (Field field : fields) {
            out.line("public Builder %s(%s value) {".formatted(name(field), TypeCode.name(field.type())));
            out.line("this.%s = value;", name(field))
                    .line("return this;")
                    .line("}")
                    .line("");
            boolean nullable = field.optional() || !body.root().contains(field);
            values.add(
                    nullable ? name(field) : "Objects.requireNonNull(" + name(field) + ", \"" + field.name() + "\")");
        }
        if (body.extensible()) {
            values.add("null");
        }
        out.line(
                "/** The record; a component that must be there and was not set is a {@link NullPointerException}. */");
        out.line("public %s build() {".formatted(definition.javaName()));
        out.line("return new " + definition.javaName() + "(" + String.join(", ", values) + ");");
        out.line("}").line("}");
    }
}
