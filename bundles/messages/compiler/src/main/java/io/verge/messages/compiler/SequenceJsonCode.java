package io.verge.messages.compiler;

import io.verge.messages.compiler.Schema.Definition;
import io.verge.messages.compiler.Schema.Field;
import io.verge.messages.compiler.Schema.Sequence;
import java.util.ArrayList;
import java.util.List;

/** SEQUENCE as a JSON object (X.697 clause 28). */
final class SequenceJsonCode {
    private final Definition definition;
    private final Sequence body;
    private final JavaSource out;

    SequenceJsonCode(Definition definition, Sequence body, JavaSource out) {
        this.definition = definition;
        this.body = body;
        this.out = out;
    }

    void generate() {
        write();
        read();
    }

    private static String name(Field field) {
        return JavaNames.component(field.name());
    }

    private boolean nullable(Field field) {
        return field.optional() || !body.root().contains(field);
    }

    private void write() {
        out.line("public void writeJson(JerWriter out) throws IOException {");
        out.line("out.beginObject();");
        for (Field field : SequenceCode.fields(body)) {
            if (nullable(field)) {
                out.line("if (%s != null) {".formatted(name(field)));
            }
            out.line("out.name(\"%s\");", field.name());
            out.line(TypeCode.writeJson(field.type(), name(field)));
            if (nullable(field)) {
                out.line("}");
            }
        }
        if (body.extensible()) {
            out.line("out.additions(additions);");
        }
        out.line("out.endObject();").line("}").line("");
    }

    private void read() {
        List<Field> fields = SequenceCode.fields(body);
        out.line("public static %s readJson(JerReader in) throws CodecException {".formatted(definition.javaName()));
        for (Field field : fields) {
            out.line("%s %s = null;", TypeCode.boxed(field.type()), name(field));
            if (field.type() instanceof Schema.Open) {
                out.line("String $later_%s = null;", name(field));
            }
        }
        if (body.extensible()) {
            out.line("Additions additions = null;");
        }
        out.line("in.beginObject();");
        out.line("for (String $member = in.member(); $member != null; $member = in.member()) {");
        out.line("try {");
        out.line("switch ($member) {");
        for (Field field : fields) {
            out.line("case \"%s\" -> %s", field.name(), readMember(field));
        }
        if (body.extensible()) {
            out.line("case \"...\" -> additions = in.additions();");
        }
        out.line("default -> throw in.noSuchMember($member);").line("}");
        out.line("} catch (CodecException $e) {")
                .line("throw $e.in(\".\" + $member);")
                .line("}");
        out.line("}");
        readLater(fields);
        List<String> values = new ArrayList<>();
        for (Field field : fields) {
            values.add(value(field));
        }
        if (body.extensible()) {
            values.add("additions");
        }
        out.line("return new " + definition.javaName() + "(" + String.join(", ", values) + ");");
        out.line("}").line("");
    }

    private static String readMember(Field field) {
        if (!(field.type() instanceof Schema.Open open)) {
            return name(field) + " = " + TypeCode.readJson(field.type()) + ";";
        }
        // The selector may come after the value that it explains.
        String selector = JavaNames.component(open.selector());
        return "{ if (" + selector + " == null) { $later_" + name(field) + " = in.aside(); } else { " + name(field)
                + " = " + open.table().javaName() + ".readJson(in, " + selector + "); } }";
    }

    private void readLater(List<Field> fields) {
        for (Field field : fields) {
            if (field.type() instanceof Schema.Open open) {
                String selector = JavaNames.component(open.selector());
                out.line("if ($later_%s != null) {".formatted(name(field)));
                out.line("try (JerReader $in = new JerReader($later_%s)) {".formatted(name(field)));
                out.line(
                        "%s = %s.readJson($in, in.required(%s, \"%s\"));",
                        name(field), open.table().javaName(), selector, open.selector());
                out.line("}").line("}");
            }
        }
    }

    private String value(Field field) {
        Syntax.Value defaultValue = field.defaultValue();
        if (nullable(field)) {
            return name(field);
        }
        return defaultValue == null
                ? "in.required(" + name(field) + ", \"" + field.name() + "\")"
                : name(field) + " == null ? " + TypeCode.defaultLiteral(field.type(), defaultValue) + " : "
                        + name(field);
    }
}
