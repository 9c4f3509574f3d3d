package io.verge.messages.compiler;

import io.verge.messages.compiler.Schema.Definition;
import io.verge.messages.compiler.Schema.ListOf;
import io.verge.messages.compiler.Schema.Size;
import io.verge.messages.compiler.Schema.Type;

/** SEQUENCE OF: the value is a {@code List}; the class holds the code. */
final class ListCode {
    private ListCode() {}

    static JavaSource generate(Definition definition, ListOf body) {
        JavaSource out = new JavaSource();
        Type element = body.element();
        Size size = body.size();
        String boxed = TypeCode.boxed(element);
        String list = "List<" + boxed + ">";
        out.line("/** SEQUENCE OF %s. */", definition.asnName());
        out.line("public final class " + definition.javaName() + " {");
        out.line("private " + definition.javaName() + "() {}").line("");
        decode(out, element, size, boxed, list);
        encode(out, element, size, list);
        out.line("public static %s readJson(JerReader in) throws CodecException {".formatted(list));
        out.line("java.util.ArrayList<%s> list = new java.util.ArrayList<>();", boxed);
        out.line("try {");
        out.line("in.beginArray();");
        out.line("while (in.element()) {")
                .line("list.add(%s);", TypeCode.readJson(element))
                .line("}");
        out.line("} catch (CodecException e) {")
                .line("throw e.in(list.size());")
                .line("}");
        out.line("return Elements.copyOf(list);").line("}").line("");
        out.line("public static void writeJson(JerWriter out, %s value) throws IOException {".formatted(list));
        out.line("out.beginArray();");
        out.line("for (%s element : value) {".formatted(boxed));
        out.line(TypeCode.writeJson(element, "element")).line("}");
        out.line("out.endArray();").line("}");
        return out.line("}");
    }

    private static void decode(JavaSource out, Type element, Size size, String boxed, String list) {
        boolean generic = boxed.contains("<");
        String array = generic ? boxed.substring(0, boxed.indexOf('<')) : boxed;
        int minimum = Sizes.minimumBits(element);
        String unchecked = "@SuppressWarnings({\"unchecked\", \"rawtypes\"})";
        boolean fragments = size.extensible() || !size.bounded();
        if (generic) {
            out.line(unchecked);
        }
        out.line("public static %s decode(BitReader in) throws CodecException {".formatted(list));
        if (size.extensible()) {
            out.line("if (in.bit()) {").line("return decodeParts(in);").line("}");
        }
        if (size.bounded()) {
            out.line("%s[] list = new %s[in.elements(%s, %d)];", boxed, array, TypeCode.decodeSize(size), minimum);
            out.line("int i = 0;");
            out.line("try {");
            out.line("for (; i < list.length; i++) {");
            out.line("list[i] = %s;", TypeCode.decodeBoxed(element)).line("}");
            out.line("} catch (CodecException e) {").line("throw e.in(i);").line("}");
            out.line("return Elements.over(list);");
        } else {
            out.line("return decodeParts(in);");
        }
        out.line("}").line("");
        if (fragments) {
            if (generic) {
                out.line(unchecked);
            }
            out.line("private static %s decodeParts(BitReader in) throws CodecException {".formatted(list));
            out.line("%s[] list = new %s[0];", boxed, array);
            out.line("int i = 0;");
            out.line("try {");
            out.line("int part;");
            out.line("do {");
            out.line("part = in.length();");
            out.line("list = in.room(list, i, Math.abs(part), %d);", minimum);
            out.line("for (int end = i + Math.abs(part); i < end; i++) {");
            out.line("list[i] = %s;", TypeCode.decodeBoxed(element)).line("}");
            out.line("} while (part < 0);");
            out.line("} catch (CodecException e) {").line("throw e.in(i);").line("}");
            out.line("return Elements.over(i == list.length ? list : Arrays.copyOf(list, i));");
            out.line("}").line("");
        }
    }

    private static void encode(JavaSource out, Type element, Size size, String list) {
        out.line("public static void encode(BitWriter out, %s value) throws CodecException {".formatted(list));
        out.line("int count = value.size();");
        if (size.extensible()) {
            out.line("boolean outside = count < %d || count > %s;", size.lower(), upper(size));
            out.line("out.bit(outside);");
            out.line("if (outside) {")
                    .line("encodeParts(out, value);")
                    .line("return;")
                    .line("}");
        }
        if (size.bounded()) {
            out.line("out.size(count, %d, %d, %d);", size.lower(), size.upper(), Sizes.width(size));
            out.line("int i = 0;");
            out.line("try {");
            out.line("for (; i < count; i++) {");
            out.line(TypeCode.encode(element, "value.get(i)")).line("}");
            out.line("} catch (CodecException e) {").line("throw e.in(i);").line("}");
        } else {
            out.line("BitWriter.checkSize(count, %d, %s);", size.lower(), upper(size));
            out.line("encodeParts(out, value);");
        }
        out.line("}").line("");
        if (size.extensible() || !size.bounded()) {
            out.line(
                    "private static void encodeParts(BitWriter out, %s value) throws CodecException {".formatted(list));
            out.line("int i = 0;");
            out.line("try {");
            out.line("int part;");
            out.line("do {");
            out.line("part = out.length(value.size() - i);");
            out.line("for (int end = i + part; i < end; i++) {");
            out.line(TypeCode.encode(element, "value.get(i)")).line("}");
            out.line("} while (part >= BitWriter.FRAGMENT);");
            out.line("} catch (CodecException e) {").line("throw e.in(i);").line("}");
            out.line("}").line("");
        }
    }

    private static String upper(Size size) {
        Integer upper = size.upper();
        return upper == null ? "Integer.MAX_VALUE" : upper.toString();
    }
}
