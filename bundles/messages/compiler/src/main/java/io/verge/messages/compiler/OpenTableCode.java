package io.verge.messages.compiler;

import io.verge.messages.compiler.Schema.Definition;
import io.verge.messages.compiler.Schema.OpenTable;
import io.verge.messages.compiler.Schema.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An open type that a table decides: a sealed interface over the types of the rows. */
final class OpenTableCode {
    private OpenTableCode() {}

    static JavaSource generate(Definition definition, OpenTable table, Alternatives alternatives) {
        JavaSource out = new JavaSource();
        String name = definition.javaName();
        List<String> permitted = new ArrayList<>(alternatives.permitted());
        permitted.add(name + ".Unknown");
        out.line("/** The open type %s: one type per row of its table. */", definition.asnName());
        out.line("public sealed interface %s permits %s {".formatted(name, String.join(", ", permitted)));
        out.line("/** What a number stands for that the table does not have: its octets. */");
        out.line("record Unknown(Octets octets) implements %s {".formatted(name))
                .line("}")
                .line("");
        alternatives.wrappers(out, name);
        decode(out, name, table, alternatives);
        encode(out, name, table, alternatives);
        json(out, name, table, alternatives);
        return out.line("}");
    }

    private static void decode(JavaSource out, String name, OpenTable table, Alternatives alternatives) {
        out.line("static %s decode(BitReader in, long id) throws CodecException {".formatted(name));
        out.line("int $at = row(id);");
        out.line("if ($at < 0) {")
                .line("in.charge(16);")
                .line("return new Unknown(in.openType());")
                .line("}");
        out.line("try {");
        alternatives.chargeWrapper(out);
        out.line("long $end = in.enterOpen();");
        out.line("%s $value = switch ($at) {".formatted(name));
        int last = table.rows().size() - 1;
        for (int i = 0; i <= last; i++) {
            String read = alternatives.decode(table.rows().get(i).alternative());
            out.line("%s -> %s;", i == last ? "default" : "case " + i, read);
        }
        out.line("};");
        boolean mayBeEmpty = table.rows().stream()
                .anyMatch(r -> Sizes.minimumBits(r.alternative().type()) == 0);
        out.line("in.leaveOpen($end, %d);", mayBeEmpty ? 8 : 7);
        out.line("return $value;");
        out.line("} catch (CodecException $e) {")
                .line("throw $e.in(Steps.NAMES[$at]);")
                .line("}");
        out.line("}").line("");
        out.line("private static int row(long id) {");
        for (int i = 0; i <= last; i++) {
            out.line("if (id == %sL) {".formatted(table.rows().get(i).id()))
                    .line("return %d;", i)
                    .line("}");
        }
        out.line("return -1;").line("}").line("");
        out.line("/** Steps of error paths. */");
        out.line("final class Steps {");
        String steps = table.rows().stream()
                .map(row -> "\"." + row.alternative().name() + "\"")
                .collect(Collectors.joining(", "));
        out.line("private static final String[] NAMES = {" + steps + "};").line("");
        out.line("private Steps() {}").line("}").line("");
    }

    private static void encode(JavaSource out, String name, OpenTable table, Alternatives alternatives) {
        out.line("static void encode(BitWriter out, %s value, long id) throws CodecException {".formatted(name));
        out.line("int $at = row(id);");
        out.line("if (value instanceof Unknown $v) {");
        out.line("if ($at >= 0) {");
        out.line("throw CodecException.because(\"octets of an unknown type with the number of a known one: \" + id);");
        out.line("}");
        out.line("out.openType($v.octets());").line("return;").line("}");
        out.line("long $content = out.enterOpen();");
        out.line("int $row = -1;");
        out.line("try {");
        int index = 0;
        for (Row row : table.rows()) {
            out.line((index == 0 ? "if" : "} else if") + " (value instanceof " + alternatives.name(row.alternative())
                    + " $v) {");
            out.line("$row = %d;", index++);
            out.line(alternatives.encode(row.alternative(), "$v"));
        }
        out.line("}");
        out.line("} catch (CodecException $e) {")
                .line("throw $e.in(Steps.NAMES[$row]);")
                .line("}");
        out.line("if ($row != $at) {");
        out.line("throw CodecException.because(\"the number \" + id + \" does not stand for \""
                + " + Steps.NAMES[$row].substring(1));");
        out.line("}");
        out.line("out.leaveOpen($content);").line("}").line("");
    }

    private static void json(JavaSource out, String name, OpenTable table, Alternatives alternatives) {
        out.line("static void writeJson(JerWriter out, %s value) throws IOException {".formatted(name));
        out.line("if (value instanceof Unknown $v) {").line("out.octets($v.octets());");
        for (Row row : table.rows()) {
            out.line("} else if (value instanceof " + alternatives.name(row.alternative()) + " $v) {");
            out.line(alternatives.writeJson(row.alternative(), "$v"));
        }
        out.line("}").line("}").line("");
        out.line("static %s readJson(JerReader in, long id) throws CodecException {".formatted(name));
        out.line("int $at = row(id);");
        out.line("if ($at < 0) {").line("return new Unknown(in.octets());").line("}");
        out.line("try {");
        out.line("return switch ($at) {");
        int last = table.rows().size() - 1;
        for (int i = 0; i <= last; i++) {
            String read = alternatives.readJson(table.rows().get(i).alternative());
            out.line("%s -> %s;", i == last ? "default" : "case " + i, read);
        }
        out.line("};");
        out.line("} catch (CodecException $e) {")
                .line("throw $e.in(Steps.NAMES[$at]);")
                .line("}");
        out.line("}");
    }
}
