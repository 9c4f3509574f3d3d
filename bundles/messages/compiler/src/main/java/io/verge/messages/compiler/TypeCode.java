package io.verge.messages.compiler;

import io.verge.messages.compiler.Schema.Definition;
import io.verge.messages.compiler.Schema.Int;
import io.verge.messages.compiler.Schema.Size;
import io.verge.messages.compiler.Schema.Type;
import io.verge.messages.compiler.SourceException.Place;
import io.verge.messages.compiler.Syntax.Value;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The Java of one use of a type: its name and the expressions that read and write it. */
final class TypeCode {
    private TypeCode() {}

    /** The Java type of a value that is always there. */
    static String name(Type type) {
        if (type instanceof Int integer) {
            return integer.fitsInt() ? "int" : "long";
        }
        return type instanceof Schema.Simple ? "boolean" : boxed(type);
    }

    /** The Java type of a value that can be absent or stands in a list. */
    static String boxed(Type type) {
        if (type instanceof Int integer) {
            return integer.fitsInt() ? "Integer" : "Long";
        }
        if (type instanceof Schema.Simple) {
            return "Boolean";
        }
        if (type instanceof Schema.Bits) {
            return "BitString";
        }
        if (type instanceof Schema.OctetString || type instanceof Schema.OpenOctets) {
            return "Octets";
        }
        if (type instanceof Schema.Text || type instanceof Schema.ObjectIdentifier) {
            return "String";
        }
        if (type instanceof Schema.Open open) {
            return open.table().javaName();
        }
        Definition definition = ((Schema.Ref) type).definition();
        return definition.body() instanceof Schema.ListOf list
                ? "List<" + boxed(list.element()) + ">"
                : definition.javaName();
    }

    static boolean isPrimitive(Type type) {
        return type instanceof Int || type instanceof Schema.Simple;
    }

    private static String bound(Int integer, BigInteger value) {
        return integer.fitsInt() ? value.toString() : value.longValue() + "L";
    }

    // ---- UPER in

    /** An expression that reads a value from {@code in}. */
    static String decode(Type type) {
        if (type instanceof Int integer) {
            return decodeInteger(integer);
        }
        if (type instanceof Schema.Bits bits) {
            String read = decodeSized(bits.size(), "in.bitString(", "in.bitString()", ")");
            return bits.named() && !bits.size().fixed() ? named(bits, read) : read;
        }
        if (type instanceof Schema.OctetString octets) {
            return decodeSized(octets.size(), "in.octets(", "in.octets()", ")");
        }
        if (type instanceof Schema.Text text) {
            String how = text.width() + ", " + literal(text.alphabet());
            return text.width() == 0 && text.alphabet() == null
                    ? "in.utf8()"
                    : decodeSized(text.size(), "in.text(", "in.text(" + how + ")", ", " + how + ")");
        }
        if (type instanceof Schema.ObjectIdentifier identifier) {
            return "in.objectIdentifier(" + identifier.relative() + ")";
        }
        if (type instanceof Schema.OpenOctets) {
            return "in.openType()";
        }
        if (type instanceof Schema.Simple simple) {
            return simple == Schema.Simple.NULL ? "in.nothing()" : "in.bit()";
        }
        return ((Schema.Ref) type).definition().javaName() + ".decode(in)";
    }

    /** An expression that reads a value as an object. */
    static String decodeBoxed(Type type) {
        return type instanceof Int ? "in.box(" + decode(type) + ")" : decode(type);
    }

    /** Trailing zeros of named bits mean nothing: one size stands for the value. */
    private static String named(Schema.Bits bits, String value) {
        return "BitString.named(" + value + ", " + bits.size().lower() + ")";
    }

    private static String decodeInteger(Int integer) {
        BigInteger lower = integer.lower();
        BigInteger upper = integer.upper();
        String root = lower == null
                ? "in.unconstrained()"
                : upper == null
                        ? "in.semiConstrained(" + bound(integer, lower) + ")"
                        : "in.integer(" + bound(integer, lower) + ", " + bound(integer, upper) + ", "
                                + Sizes.width(lower, upper) + ")";
        return integer.extensible() ? "(in.bit() ? in.unconstrained() : " + root + ")" : root;
    }

    private static String decodeSized(Size size, String open, String any, String close) {
        String root = size.bounded() ? open + decodeSize(size) + close : any;
        return size.extensible() ? "(in.bit() ? " + any + " : " + root + ")" : root;
    }

    static String decodeSize(Size size) {
        return size.upper() != null && size.upper() == size.lower()
                ? Integer.toString(size.lower())
                : "in.size(" + size.lower() + ", " + size.upper() + ", " + Sizes.width(size) + ")";
    }

    // ---- UPER out

    /** A statement that writes a value to {@code out}. */
    static String encode(Type type, String value) {
        if (type instanceof Int integer) {
            return encodeInteger(integer, value) + ";";
        }
        if (type instanceof Schema.Bits bits) {
            String fitted = bits.named() ? named(bits, value) : value;
            return encodeSized("bitString", fitted, bits.size(), "");
        }
        if (type instanceof Schema.OctetString octets) {
            return encodeSized("octets", value, octets.size(), "");
        }
        if (type instanceof Schema.Text text) {
            return text.width() == 0 && text.alphabet() == null
                    ? "out.utf8(" + value + ");"
                    : encodeSized("text", value, text.size(), ", " + text.width() + ", " + literal(text.alphabet()));
        }
        if (type instanceof Schema.ObjectIdentifier identifier) {
            return "out.objectIdentifier(" + value + ", " + identifier.relative() + ");";
        }
        if (type instanceof Schema.OpenOctets) {
            return "out.openType(" + value + ");";
        }
        if (type instanceof Schema.Simple simple) {
            return simple == Schema.Simple.NULL ? "out.nothing();" : "out.bit(" + value + ");";
        }
        Definition definition = ((Schema.Ref) type).definition();
        return definition.body() instanceof Schema.Choice || definition.body() instanceof Schema.ListOf
                ? definition.javaName() + ".encode(out, " + value + ");"
                : value + ".encode(out);";
    }

    private static String encodeInteger(Int integer, String value) {
        BigInteger lower = integer.lower();
        BigInteger upper = integer.upper();
        if (integer.extensible()) {
            return "out.extensibleInteger(" + value + ", "
                    + (lower == null ? "Long.MIN_VALUE" : bound(integer, lower)) + ", "
                    + (upper == null ? "Long.MAX_VALUE" : bound(integer, upper)) + ", "
                    + (lower == null || upper == null ? 0 : Sizes.width(lower, upper)) + ")";
        }
        if (lower == null) {
            return "out.unconstrained(" + value + ")";
        }
        return upper == null
                ? "out.semiConstrained(" + value + ", " + bound(integer, lower) + ")"
                : "out.integer(" + value + ", " + bound(integer, lower) + ", " + bound(integer, upper) + ", "
                        + Sizes.width(lower, upper) + ")";
    }

    private static String encodeSized(String what, String value, Size size, String how) {
        if (!size.bounded()) {
            return "out." + what + "AtLeast(" + value + how + ", " + size.lower() + ");";
        }
        String method = size.extensible() ? what + "Extensible" : what;
        return "out." + method + "(" + value + how + ", " + size.lower() + ", " + size.upper() + ", "
                + Sizes.width(size) + ");";
    }

    // ---- JSON

    /** An expression that reads a value from the JSON reader {@code in}. */
    static String readJson(Type type) {
        if (type instanceof Int integer) {
            return integer.fitsInt()
                    ? "in.integer(" + integer.lower() + ", " + integer.upper() + ")"
                    : isUnsigned(integer) ? "in.unsigned()" : "in.integer()";
        }
        if (type instanceof Schema.Bits bits) {
            return bits.size().fixed() ? "in.fixedBits(" + bits.size().lower() + ")" : "in.bits()";
        }
        if (type instanceof Schema.OctetString || type instanceof Schema.OpenOctets) {
            return "in.octets()";
        }
        if (type instanceof Schema.Text || type instanceof Schema.ObjectIdentifier) {
            return "in.text()";
        }
        if (type instanceof Schema.Simple simple) {
            return simple == Schema.Simple.NULL ? "in.nothing()" : "in.bool()";
        }
        return ((Schema.Ref) type).definition().javaName() + ".readJson(in)";
    }

    /** A statement that writes a value to the JSON writer {@code out}. */
    static String writeJson(Type type, String value) {
        if (type instanceof Int integer) {
            return (isUnsigned(integer) ? "out.unsigned(" : "out.integer(") + value + ");";
        }
        if (type instanceof Schema.Bits bits) {
            return (bits.size().fixed() ? "out.fixedBits(" : "out.bits(") + value + ");";
        }
        if (type instanceof Schema.OctetString || type instanceof Schema.OpenOctets) {
            return "out.octets(" + value + ");";
        }
        if (type instanceof Schema.Text || type instanceof Schema.ObjectIdentifier) {
            return "out.text(" + value + ");";
        }
        if (type instanceof Schema.Simple simple) {
            return simple == Schema.Simple.NULL ? "out.nothing();" : "out.bool(" + value + ");";
        }
        if (type instanceof Schema.Open open) {
            return open.table().javaName() + ".writeJson(out, " + value + ");";
        }
        Definition definition = ((Schema.Ref) type).definition();
        return definition.body() instanceof Schema.Choice || definition.body() instanceof Schema.ListOf
                ? definition.javaName() + ".writeJson(out, " + value + ");"
                : value + ".writeJson(out);";
    }

    private static boolean isUnsigned(Int integer) {
        BigInteger upper = integer.upper();
        return upper != null && upper.bitLength() > 63;
    }

    // ---- literals

    static String literal(@Nullable String text) {
        if (text == null) {
            return "null";
        }
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                literal.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                literal.append(String.format("\\u%04x", (int) c));
            } else {
                literal.append(c);
            }
        }
        return literal.append('"').toString();
    }

    /** A DEFAULT value as a Java expression. */
    static String defaultLiteral(Type type, Value value) {
        if (type instanceof Int integer && value instanceof Syntax.NumberValue number) {
            return bound(integer, number.number());
        }
        if (type == Schema.Simple.BOOLEAN && value instanceof Syntax.BooleanValue bool) {
            return Boolean.toString(bool.value());
        }
        if (type instanceof Schema.Text && value instanceof Syntax.StringValue text) {
            return literal(text.text());
        }
        if (type instanceof Schema.OctetString
                && value instanceof Syntax.HexValue hex
                && hex.digits().length() % 2 == 0) {
            return "Octets.ofHex(\"" + hex.digits() + "\")";
        }
        if (type instanceof Schema.Bits) {
            return bitsLiteral(value);
        }
        if (type instanceof Schema.Ref ref
                && ref.definition().body() instanceof Schema.Enumerated enumerated
                && value instanceof Syntax.NameValue name) {
            List<String> all = EnumeratedCode.identifiers(enumerated);
            if (all.contains(name.name())) {
                return ref.definition().javaName() + "."
                        + Objects.requireNonNull(JavaNames.constants(all).get(name.name()));
            }
        }
        throw unsupportedDefault(value.at());
    }

    private static String bitsLiteral(Value value) {
        if (value instanceof Syntax.BitsValue digits && digits.bits().length() <= 63) {
            String number = digits.bits().isEmpty() ? "0" : Long.toString(Long.parseLong(digits.bits(), 2));
            return "BitString.of(" + number + "L, " + digits.bits().length() + ")";
        }
        throw unsupportedDefault(value.at());
    }

    private static SourceException unsupportedDefault(Place at) {
        return new SourceException(at, "expected a DEFAULT that is a number, boolean, string or enumeration value");
    }
}
