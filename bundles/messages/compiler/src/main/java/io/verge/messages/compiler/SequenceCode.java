package io.verge.messages.compiler;

import io.verge.messages.compiler.Schema.Addition;
import io.verge.messages.compiler.Schema.Definition;
import io.verge.messages.compiler.Schema.Field;
import io.verge.messages.compiler.Schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** SEQUENCE: a record with straight-line code. */
final class SequenceCode {
    /** Bits of a preamble that are read at once. */
    private static final int CHUNK = 30;

    private final Definition definition;
    private final Sequence body;
    private final List<Field> fields;
    private final List<String> interfaces;
    private final JavaSource out = new JavaSource();

    private SequenceCode(Definition definition, Sequence body, List<String> interfaces) {
        this.definition = definition;
        this.body = body;
        this.fields = fields(body);
        this.interfaces = interfaces;
    }

    /**
     * Generates a record.
     *
     * @param interfaces the CHOICEs and open types that it is an alternative of
     */
    static JavaSource generate(Definition definition, Sequence body, List<String> interfaces) {
        return new SequenceCode(definition, body, interfaces).generate();
    }

    /** Components in the order of the record: root, then additions. */
    static List<Field> fields(Sequence body) {
        List<Field> all = new ArrayList<>(body.root());
        body.additions().forEach(addition -> all.addAll(addition.fields()));
        return all;
    }

    private boolean isAddition(Field field) {
        return !body.root().contains(field);
    }

    private boolean nullable(Field field) {
        return field.optional() || isAddition(field);
    }

    private static String name(Field field) {
        return JavaNames.component(field.name());
    }

    private String type(Field field) {
        return nullable(field) ? TypeCode.boxed(field.type()) : TypeCode.name(field.type());
    }

    private static String defaultValue(Field field) {
        Syntax.Value value = field.defaultValue();
        return value == null ? "null" : TypeCode.defaultLiteral(field.type(), value);
    }

    private static boolean hasDefault(Field field) {
        return field.defaultValue() != null;
    }

    private JavaSource generate() {
        String components = fields.stream()
                .map(f -> (nullable(f) ? "@Nullable " : "") + type(f) + " " + name(f))
                .collect(Collectors.joining(", "));
        if (body.extensible()) {
            components += (components.isEmpty() ? "" : ", ") + "@Nullable Additions additions";
        }
        out.line("/** SEQUENCE %s. */", definition.asnName());
        out.line("public record " + definition.javaName() + "(" + components + ")"
                + (interfaces.isEmpty() ? "" : " implements " + String.join(", ", interfaces)) + " {");
        constants();
        constructors();
        decode();
        encode();
        new SequenceJsonCode(definition, body, out).generate();
        new BuilderCode(definition, body, out).generate();
        return out.line("}");
    }

    private void constants() {
        String steps = fields.stream().map(f -> "\"." + f.name() + "\"").collect(Collectors.joining(", "));
        if (!fields.isEmpty()) {
            out.line("private static final String[] STEPS = {" + steps + "};").line("");
        }
    }

    private void constructors() {
        out.line("public %s {".formatted(definition.javaName()));
        for (Field field : fields) {
            String name = name(field);
            boolean list = TypeCode.boxed(field.type()).startsWith("List<");
            if (list) {
                out.line(
                        nullable(field)
                                ? name + " = " + name + " == null ? null : Elements.copyOf(" + name + ");"
                                : name + " = Elements.copyOf(" + name + ");");
            } else if (!nullable(field) && !TypeCode.isPrimitive(field.type())) {
                out.line("Objects.requireNonNull(%s, \"%s\");", name, field.name());
            }
        }
        out.line("}").line("");
    }

    // ---- UPER in

    private List<Field> flagged() {
        return body.root().stream().filter(Sizes::optional).toList();
    }

    private int flags() {
        return flagged().size() + (body.extensible() ? 1 : 0);
    }

    private static String presence(int flag, int flags) {
        int chunk = flag / CHUNK;
        int size = Math.min(CHUNK, flags - chunk * CHUNK);
        return "($presence" + chunk + " & 0x" + Integer.toHexString(1 << (size - 1 - flag % CHUNK)) + ") != 0";
    }

    private int objectSize() {
        int size = 12 + (body.extensible() ? 4 : 0);
        for (Field field : fields) {
            size += nullable(field) ? 4 : Sizes.fieldSize(field.type());
        }
        return Sizes.rounded(size);
    }

    private void decode() {
        boolean recursive = Sizes.recursive(definition);
        out.line("public static %s decode(BitReader in) throws CodecException {".formatted(definition.javaName()));
        out.line("in.charge(%d);", objectSize());
        if (recursive) {
            out.line("in.enter();");
        }
        int flags = flags();
        for (int chunk = 0; chunk * CHUNK < flags; chunk++) {
            int size = Math.min(CHUNK, flags - chunk * CHUNK);
            out.line("int $presence%d = in.integer(0, %d, %d);", chunk, (1 << size) - 1, size);
        }
        if (!fields.isEmpty()) {
            out.line("int $at = 0;");
            out.line("try {");
        }
        int flag = body.extensible() ? 1 : 0;
        int at = 0;
        for (Field field : body.root()) {
            if (at > 0) {
                out.line("$at = %d;", at);
            }
            at++;
            out.line(type(field) + " " + name(field) + " = "
                    + (Sizes.optional(field)
                            ? presence(flag++, flags) + " ? " + read(field, nullable(field)) + " : "
                                    + defaultValue(field)
                            : read(field, false))
                    + ";");
        }
        if (body.extensible()) {
            decodeAdditions(at, flags);
        }
        String values = fields.stream().map(SequenceCode::name).collect(Collectors.joining(", "));
        if (body.extensible()) {
            values += (values.isEmpty() ? "" : ", ") + "$additions";
        }
        if (recursive) {
            out.line("in.leave();");
        }
        out.line("return new " + definition.javaName() + "(" + values + ");");
        if (!fields.isEmpty()) {
            out.line("} catch (CodecException $e) {")
                    .line("throw $e.in(STEPS[$at]);")
                    .line("}");
        }
        out.line("}").line("");
    }

    private static String read(Field field, boolean boxed) {
        if (field.type() instanceof Schema.Open open) {
            return open.table().javaName() + ".decode(in, " + JavaNames.component(open.selector()) + ")";
        }
        return boxed ? TypeCode.decodeBoxed(field.type()) : TypeCode.decode(field.type());
    }

    private void decodeAdditions(int firstField, int flags) {
        for (Field field : fields.subList(firstField, fields.size())) {
            out.line(type(field) + " " + name(field) + " = null;");
        }
        out.line("Additions $additions = null;");
        out.line("if (%s) {".formatted(presence(0, flags)));
        out.line("BitString $present = in.additionPresence();");
        int at = firstField;
        int index = 0;
        for (Addition addition : body.additions()) {
            out.line("if ($present.get(%d)) {".formatted(index++));
            out.line("long $end = in.enterOpen();");
            List<Field> optional =
                    addition.fields().stream().filter(Sizes::optional).toList();
            int bits = 0;
            if (addition.group() && !optional.isEmpty()) {
                out.line("int $group = in.integer(0, %d, %d);", (1 << optional.size()) - 1, optional.size());
            }
            for (Field field : addition.fields()) {
                out.line("$at = %d;", at++);
                String read = name(field) + " = " + read(field, true) + ";";
                if (addition.group() && Sizes.optional(field)) {
                    out.line("if (($group & 0x%s) != 0) {"
                            .formatted(Integer.toHexString(1 << (optional.size() - 1 - bits++))));
                    out.line(read).line("}");
                } else {
                    out.line(read);
                }
            }
            int minimum = addition.fields().stream()
                    .mapToInt(f -> Sizes.minimumBits(f.type()))
                    .sum();
            out.line("in.leaveOpen($end, %d);", minimum == 0 ? 8 : 7).line("}");
        }
        out.line(
                        "$additions = in.unknownAdditions($present, %d);",
                        body.additions().size())
                .line("}");
    }

    // ---- UPER out

    private void encode() {
        out.line("public void encode(BitWriter out) throws CodecException {");
        List<String> flagExpressions = new ArrayList<>();
        if (body.extensible()) {
            extended();
            flagExpressions.add("$extended");
        }
        for (Field field : flagged()) {
            flagExpressions.add(isPresent(field));
        }
        for (int from = 0; from < flagExpressions.size(); from += CHUNK) {
            List<String> chunk = flagExpressions.subList(from, Math.min(from + CHUNK, flagExpressions.size()));
            List<String> terms = new ArrayList<>();
            for (int i = 0; i < chunk.size(); i++) {
                terms.add("(" + chunk.get(i) + " ? 0x" + Integer.toHexString(1 << (chunk.size() - 1 - i)) + " : 0)");
            }
            out.line("out.index(" + String.join(" | ", terms) + ", " + chunk.size() + ");");
        }
        if (!fields.isEmpty()) {
            out.line("int $at = 0;");
            out.line("try {");
        }
        int at = 0;
        for (Field field : body.root()) {
            if (at > 0) {
                out.line("$at = %d;", at);
            }
            at++;
            if (Sizes.optional(field)) {
                out.line("if (%s) {".formatted(isPresent(field)))
                        .line(write(field))
                        .line("}");
            } else {
                out.line(write(field));
            }
        }
        if (body.extensible()) {
            encodeAdditions(at);
        }
        if (!fields.isEmpty()) {
            out.line("} catch (CodecException $e) {")
                    .line("throw $e.in(STEPS[$at]);")
                    .line("}");
        }
        out.line("}").line("");
    }

    /** The additions of this edition that are present, one bit each, and whether there is any at all. */
    private void extended() {
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < body.additions().size(); i++) {
            String any = body.additions().get(i).fields().stream()
                    .map(f -> name(f) + " != null")
                    .collect(Collectors.joining(" || "));
            terms.add("(" + any + " ? 0x" + Long.toHexString(1L << i) + "L : 0)");
        }
        if (!terms.isEmpty()) {
            out.line("long $known = " + String.join(" | ", terms) + ";");
        }
        out.line("boolean $extended = %sAdditions.any(additions);", terms.isEmpty() ? "" : "$known != 0 || ");
    }

    private String isPresent(Field field) {
        if (!hasDefault(field)) {
            return name(field) + " != null";
        }
        return TypeCode.isPrimitive(field.type())
                ? name(field) + " != " + defaultValue(field)
                : "!" + name(field) + ".equals(" + defaultValue(field) + ")";
    }

    private static String write(Field field) {
        return field.type() instanceof Schema.Open open
                ? open.table().javaName() + ".encode(out, " + name(field) + ", " + JavaNames.component(open.selector())
                        + ");"
                : TypeCode.encode(field.type(), name(field));
    }

    private void encodeAdditions(int firstField) {
        out.line("if ($extended) {");
        String known = body.additions().isEmpty() ? "0" : "$known";
        out.line(
                "out.additionPresence(%s, %d, additions);",
                known, body.additions().size());
        int at = firstField;
        int index = 0;
        for (Addition addition : body.additions()) {
            out.line("if (($known & 0x%sL) != 0) {".formatted(Long.toHexString(1L << index++)));
            out.line("long $content = out.enterOpen();");
            if (addition.group()) {
                groupPreamble(addition);
            }
            for (Field field : addition.fields()) {
                out.line("$at = %d;", at++);
                if (addition.group()) {
                    out.line("if (%s != null) {".formatted(name(field))).line(write(field));
                    if (!Sizes.optional(field)) {
                        out.line("} else {").line("throw CodecException.because(\"missing from its group\");");
                    }
                    out.line("}");
                } else {
                    out.line(write(field));
                }
            }
            out.line("out.leaveOpen($content);").line("}");
        }
        out.line("out.unknownAdditions(additions);").line("}");
    }

    private void groupPreamble(Addition addition) {
        List<Field> optional =
                addition.fields().stream().filter(Sizes::optional).toList();
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < optional.size(); i++) {
            terms.add("(" + name(optional.get(i)) + " != null ? 0x"
                    + Integer.toHexString(1 << (optional.size() - 1 - i)) + " : 0)");
        }
        if (!terms.isEmpty()) {
            out.line("out.index(" + String.join(" | ", terms) + ", " + terms.size() + ");");
        }
    }
}
