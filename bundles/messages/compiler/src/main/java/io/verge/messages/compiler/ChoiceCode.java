package io.verge.messages.compiler;

import io.verge.messages.compiler.Schema.Alternative;
import io.verge.messages.compiler.Schema.Choice;
import io.verge.messages.compiler.Schema.Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** CHOICE: a sealed interface over the records of its alternatives. */
final class ChoiceCode {
    private final Definition definition;
    private final Choice body;
    private final Alternatives alternatives;
    private final boolean root;
    private final JavaSource out = new JavaSource();

    private ChoiceCode(Definition definition, Choice body, Alternatives alternatives, boolean root) {
        this.definition = definition;
        this.body = body;
        this.alternatives = alternatives;
        this.root = root;
    }

    /**
     * Generates a sealed interface.
     *
     * @param root whether no other type contains it: its alternatives are messages, and errors name them
     */
    static JavaSource generate(Definition definition, Choice body, Alternatives alternatives, boolean root) {
        return new ChoiceCode(definition, body, alternatives, root).generate();
    }

    static List<Alternative> alternatives(Choice body) {
        List<Alternative> all = new ArrayList<>(body.root());
        all.addAll(body.additions());
        return all;
    }

    private JavaSource generate() {
        String name = definition.javaName();
        List<String> permitted = new ArrayList<>(alternatives.permitted());
        if (body.extensible()) {
            permitted.add(name + ".Unknown");
        }
        out.line("/** CHOICE %s. */", definition.asnName());
        out.line("public sealed interface %s permits %s {".formatted(name, String.join(", ", permitted)));
        if (body.extensible()) {
            out.line("/** An alternative of a later edition: its position among the additions, and its octets. */");
            out.line("record Unknown(int index, Octets octets) implements " + name + " {")
                    .line("}")
                    .line("");
        }
        alternatives.wrappers(out, name);
        decode(name);
        encode(name);
        writeJson(name);
        readJson(name);
        return out.line("}");
    }

    private String steps() {
        return alternatives(body).stream()
                .map(a -> "\"." + a.name()
                        + (root && a.type() instanceof Schema.Ref ref
                                ? "." + ref.definition().asnName()
                                : "") + "\"")
                .collect(Collectors.joining(", "));
    }

    private void decode(String name) {
        boolean recursive = Sizes.recursive(definition);
        int rootCount = body.root().size();
        out.line("static %s decode(BitReader in) throws CodecException {".formatted(name));
        if (recursive) {
            out.line("in.enter();");
        }
        if (body.extensible()) {
            out.line("if (in.bit()) {").line("return decodeAddition(in);").line("}");
        }
        out.line("int $at = in.alternative(%d, %d);", rootCount, Sizes.width(rootCount));
        alternatives.chargeWrapper(out);
        out.line("try {");
        out.line("%s $value = switch ($at) {".formatted(name));
        for (int i = 0; i < rootCount; i++) {
            out.line(
                    "%s -> %s;",
                    i == rootCount - 1 ? "default" : "case " + i,
                    alternatives.decode(body.root().get(i)));
        }
        out.line("};");
        if (recursive) {
            out.line("in.leave();");
        }
        out.line("return $value;");
        out.line("} catch (CodecException $e) {")
                .line("throw $e.in(Steps.NAMES[$at]);")
                .line("}");
        out.line("}").line("");
        if (body.extensible()) {
            decodeAddition(name, recursive);
        }
        out.line("/** Steps of error paths. */");
        out.line("final class Steps {");
        out.line("private static final String[] NAMES = {" + steps() + "};").line("");
        if (root) {
            out.line("/** The step of a member in JSON. */");
            out.line("private static String of(String member) {");
            out.line("for (String name : NAMES) {");
            out.line("if (name.startsWith(\".\" + member + \".\")) {")
                    .line("return name;")
                    .line("}");
            out.line("}");
            out.line("return \".\" + member;").line("}").line("");
        }
        out.line("private Steps() {}").line("}").line("");
    }

    private void decodeAddition(String name, boolean recursive) {
        int rootCount = body.root().size();
        out.line("private static %s decodeAddition(BitReader in) throws CodecException {".formatted(name));
        out.line("int $index = in.normallySmall();");
        if (!body.additions().isEmpty()) {
            out.line("if ($index < %d) {".formatted(body.additions().size()));
            out.line("try {");
            alternatives.chargeWrapper(out);
            out.line("long $end = in.enterOpen();");
            out.line("%s $value = switch ($index) {".formatted(name));
            int last = body.additions().size() - 1;
            for (int i = 0; i <= last; i++) {
                String read = alternatives.decode(body.additions().get(i));
                out.line("%s -> %s;", i == last ? "default" : "case " + i, read);
            }
            out.line("};");
            boolean mayBeEmpty = body.additions().stream().anyMatch(a -> Sizes.minimumBits(a.type()) == 0);
            out.line("in.leaveOpen($end, %d);", mayBeEmpty ? 8 : 7);
            if (recursive) {
                out.line("in.leave();");
            }
            out.line("return $value;");
            out.line("} catch (CodecException $e) {");
            out.line("throw $e.in(Steps.NAMES[%d + $index]);", rootCount)
                    .line("}")
                    .line("}");
        }
        out.line("in.charge(24);");
        out.line("Octets $octets = in.openType();");
        if (recursive) {
            out.line("in.leave();");
        }
        out.line("return new Unknown($index, $octets);").line("}").line("");
    }

    private void encode(String name) {
        int rootCount = body.root().size();
        int width = Sizes.width(rootCount) + (body.extensible() ? 1 : 0);
        out.line("static void encode(BitWriter out, %s value) throws CodecException {".formatted(name));
        out.line("int $at = 0;");
        out.line("try {");
        int index = 0;
        for (Alternative alternative : alternatives(body)) {
            String java = alternatives.name(alternative);
            out.line((index == 0 ? "if" : "} else if") + " (value instanceof " + java + " $v) {");
            out.line("$at = %d;", index);
            if (index < rootCount) {
                if (width > 0) {
                    out.line("out.index(%d, %d);", index, width);
                }
                out.line(alternatives.encode(alternative, "$v"));
            } else {
                out.line("out.bit(true);").line("out.normallySmall(%d);", index - rootCount);
                out.line("long $content = out.enterOpen();");
                out.line(alternatives.encode(alternative, "$v"));
                out.line("out.leaveOpen($content);");
            }
            index++;
        }
        if (body.extensible()) {
            out.line("} else if (value instanceof Unknown $v) {");
            out.line("if ($v.index() < %d) {".formatted(body.additions().size()));
            out.line("throw CodecException.because(\"alternative \" + $v.index() + \" is not unknown\");")
                    .line("}");
            out.line("out.bit(true);").line("out.normallySmall($v.index());");
            out.line("out.openType($v.octets());");
        }
        out.line("}");
        out.line("} catch (CodecException $e) {")
                .line("throw $e.in(Steps.NAMES[$at]);")
                .line("}");
        out.line("}").line("");
    }

    private void writeJson(String name) {
        out.line("static void writeJson(JerWriter out, %s value) throws IOException {".formatted(name));
        if (body.extensible()) {
            out.line("if (value instanceof Unknown $v) {");
            out.line("out.unknownAlternative($v.index(), $v.octets());")
                    .line("return;")
                    .line("}");
        }
        out.line("out.beginObject();");
        boolean first = true;
        for (Alternative alternative : alternatives(body)) {
            out.line((first ? "if" : "} else if") + " (value instanceof " + alternatives.name(alternative) + " $v) {");
            out.line("out.name(\"%s\");", alternative.name());
            out.line(alternatives.writeJson(alternative, "$v"));
            first = false;
        }
        out.line("}");
        out.line("out.endObject();").line("}").line("");
    }

    private void readJson(String name) {
        out.line("static %s readJson(JerReader in) throws CodecException {".formatted(name));
        out.line("in.beginObject();");
        out.line("String $member = in.required(in.member(), \"an alternative of %s\");", definition.asnName());
        out.line("%s $value;", name);
        out.line("try {");
        out.line("$value = switch ($member) {");
        for (Alternative alternative : alternatives(body)) {
            out.line("case \"%s\" -> %s;", alternative.name(), alternatives.readJson(alternative));
        }
        out.line(
                body.extensible()
                        ? "default -> new Unknown(in.unknownAlternative($member), in.octets());"
                        : "default -> throw in.noSuchMember($member);");
        out.line("};");
        out.line("} catch (CodecException $e) {")
                .line("throw $e.in(" + (root ? "Steps.of($member)" : "\".\" + $member") + ");")
                .line("}");
        out.line("in.endObject();").line("return $value;").line("}");
    }
}
