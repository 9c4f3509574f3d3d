package io.verge.messages.compiler;

import io.verge.messages.compiler.Schema.Definition;
import io.verge.messages.compiler.Schema.Enumerated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** ENUMERATED: a Java enum when closed, a class with constants when extensible. */
final class EnumeratedCode {
    private EnumeratedCode() {}

    static List<String> identifiers(Enumerated body) {
        List<String> all = new ArrayList<>(body.root());
        all.addAll(body.additions());
        return all;
    }

    static JavaSource generate(Definition definition, Enumerated body) {
        return body.extensible() ? open(definition.javaName(), body) : closed(definition.javaName(), body);
    }

    private static JavaSource closed(String name, Enumerated body) {
        JavaSource out = new JavaSource();
        int width = Sizes.width(body.root().size());
        out.line("/** ENUMERATED %s. */", name);
        out.line("public enum " + name + " {");
        Map<String, String> constants = JavaNames.constants(body.root());
        constants.forEach((identifier, constant) -> out.line(constant + "(\"" + identifier + "\"),"));
        out.line(";").line("");
        out.line("private static final %s[] VALUES = values();", name);
        out.line("private final String identifier;").line("");
        out.line(name + "(String identifier) {")
                .line("this.identifier = identifier;")
                .line("}")
                .line("");
        out.line("/** Name in the ASN.1 module. */");
        out.line("public String identifier() {")
                .line("return identifier;")
                .line("}")
                .line("");
        out.line("public static %s decode(BitReader in) throws CodecException {".formatted(name));
        out.line("return VALUES[in.enumerated(%d, %d)];", body.root().size(), width)
                .line("}")
                .line("");
        out.line("public void encode(BitWriter out) throws CodecException {");
        out.line("out.index(ordinal(), %d);", width).line("}").line("");
        out.line("public static %s readJson(JerReader in) throws CodecException {".formatted(name));
        out.line("String identifier = in.text();");
        readCases(out, constants);
        out.line("}").line("");
        out.line("public void writeJson(JerWriter out) throws IOException {")
                .line("out.text(identifier);")
                .line("}");
        out.line("");
        out.line("@Override")
                .line("public String toString() {")
                .line("return identifier;")
                .line("}");
        return out.line("}");
    }

    private static void readCases(JavaSource out, Map<String, String> constants) {
        out.line("return switch (identifier) {");
        constants.forEach((identifier, constant) -> out.line("case \"%s\" -> %s;", identifier, constant));
        out.line("default -> throw in.error(\"no such value: \" + identifier);");
        out.line("};");
    }

    private static JavaSource open(String name, Enumerated body) {
        JavaSource out = new JavaSource();
        List<String> all = identifiers(body);
        Map<String, String> constants = JavaNames.constants(all);
        int root = body.root().size();
        int width = Sizes.width(root);
        out.line("/** ENUMERATED %s, extensible: values of later editions are kept by their index. */", name);
        out.line("public final class " + name + " extends Enumeration {");
        int index = 0;
        for (String identifier : all) {
            out.line(
                    "public static final %s %s = new %s(%d, \"%s\");",
                    name, constants.get(identifier), name, index++, identifier);
        }
        out.line("");
        out.line("private static final %s[] KNOWN = {%s};", name, String.join(", ", constants.values()));
        out.line("");
        out.line("private " + name + "(int index, String identifier) {");
        out.line("super(index, identifier);").line("}").line("");
        out.line("/** The value with an index, see {@link #index}. */");
        out.line("public static " + name + " of(int index) {");
        out.line("return index < %d ? KNOWN[index] : new %s(index, unnamed(index - %d));", all.size(), name, root);
        out.line("}").line("");
        out.line("public static " + name + " decode(BitReader in) throws CodecException {");
        out.line("if (in.bit()) {");
        out.line("int addition = in.normallySmall();");
        out.line("if (addition >= %d) {".formatted(body.additions().size()))
                .line("in.charge(96);")
                .line("}");
        out.line("return of(%d + addition);", root).line("}");
        out.line("return KNOWN[in.enumerated(%d, %d)];", root, width).line("}").line("");
        out.line("public void encode(BitWriter out) throws CodecException {");
        out.line("out.enumerated(this, %d, %d);", root, width).line("}").line("");
        out.line("public static " + name + " readJson(JerReader in) throws CodecException {");
        out.line("String identifier = in.text();");
        out.line("int addition = additionOf(identifier);");
        out.line("if (addition >= 0) {").line("return of(%d + addition);", root).line("}");
        readCases(out, constants);
        out.line("}").line("");
        out.line("public void writeJson(JerWriter out) throws IOException {");
        out.line("out.text(identifier());").line("}");
        return out.line("}");
    }
}
