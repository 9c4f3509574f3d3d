package io.verge.messages.compiler;

import io.verge.messages.compiler.Schema.Alias;
import io.verge.messages.compiler.Schema.Definition;
import io.verge.messages.compiler.Schema.Int;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A named INTEGER or BIT STRING: its bounds, numbers and bits as constants. */
final class ConstantsCode {
    private ConstantsCode() {}

    /** Null when the type has nothing to say. */
    static @Nullable JavaSource generate(Definition definition, Alias alias) {
        JavaSource out = new JavaSource();
        Map<String, String> constants = JavaNames.constants(alias.names().keySet());
        boolean bounded = alias.type() instanceof Int integer && integer.lower() != null && integer.upper() != null;
        if (!bounded && constants.isEmpty()) {
            return null;
        }
        String type = alias.type() instanceof Int integer && !integer.fitsInt() ? "long" : "int";
        out.line("/** %s. */", definition.asnName());
        out.line("public final class " + definition.javaName() + " {");
        if (alias.type() instanceof Int integer) {
            bound(out, type, "MIN", integer.lower(), constants);
            bound(out, type, "MAX", integer.upper(), constants);
        }
        alias.names().forEach((name, number) -> {
            out.line("/** %s. */", name);
            out.line("public static final %s %s = %s;", type, constants.get(name), literal(type, number));
        });
        out.line("");
        out.line("private " + definition.javaName() + "() {}");
        return out.line("}");
    }

    private static void bound(
            JavaSource out, String type, String name, @Nullable BigInteger value, Map<String, String> constants) {
        if (value != null && !constants.containsValue(name)) {
            out.line("/** The %s value. */", name.equals("MIN") ? "least" : "greatest");
            out.line("public static final %s %s = %s;", type, name, literal(type, value));
        }
    }

    private static String literal(String type, BigInteger value) {
        return type.equals("long") ? value.longValue() + "L" : value.toString();
    }
}
