package io.verge.messages.compiler;

import io.verge.messages.compiler.SourceException.Place;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Types with every name resolved and every constraint evaluated as far as PER sees it. */
public interface Schema {

    /** The type of a component, element or alternative. */
    sealed interface Type {}

    /** BOOLEAN and NULL. */
    enum Simple implements Type {
        BOOLEAN,
        NULL
    }

    /** INTEGER; a null bound is none. */
    record Int(@Nullable BigInteger lower, @Nullable BigInteger upper, boolean extensible) implements Type {
        /** Whether every value fits a Java {@code int}. */
        public boolean fitsInt() {
            return !extensible
                    && lower != null
                    && upper != null
                    && lower.bitLength() < Integer.SIZE
                    && upper.bitLength() < Integer.SIZE;
        }
    }

    /** BIT STRING; with named bits trailing zeros mean nothing. */
    record Bits(Size size, boolean named) implements Type {}

    /** OCTET STRING. */
    record OctetString(Size size) implements Type {}

    /**
     * A string of characters.
     *
     * @param kind its ASN.1 name
     * @param alphabet permitted characters in order; null when a character is sent as its own number
     * @param width bits of a character; 0 for UTF8String
     */
    record Text(String kind, Size size, @Nullable String alphabet, int width) implements Type {}

    /** OBJECT IDENTIFIER or RELATIVE-OID. */
    record ObjectIdentifier(boolean relative) implements Type {}

    /** An open type of which nothing is known: its octets are kept. */
    record OpenOctets() implements Type {}

    /**
     * An open type that a table row decides.
     *
     * @param selector name of the component that selects the row
     */
    record Open(Definition table, String selector) implements Type {}

    /** A type with a Java class of its own. */
    record Ref(Definition definition) implements Type {}

    /** Bounds of a size; a null upper bound is none. */
    record Size(int lower, @Nullable Integer upper, boolean extensible) {
        static final Size ANY = new Size(0, null, false);

        /** Whether only one size is possible. */
        public boolean fixed() {
            return !extensible && upper != null && upper == lower;
        }

        /** Whether the size is sent between its bounds; else it is a length determinant. */
        public boolean bounded() {
            return upper != null && upper < 65_536;
        }
    }

    /** A named type, or one that got a name because it needs a class. */
    final class Definition {
        private final String asnName;
        private final String javaName;
        private final Place at;
        private @Nullable Body body;

        Definition(String asnName, String javaName, Place at) {
            this.asnName = asnName;
            this.javaName = javaName;
            this.at = at;
        }

        /** Name in the module, or of the class when it has none. */
        public String asnName() {
            return asnName;
        }

        /** Simple name of the class. */
        public String javaName() {
            return javaName;
        }

        /** Where it stands. */
        public Place at() {
            return at;
        }

        /** What it is. */
        public Body body() {
            if (body == null) {
                throw new SourceException(at, asnName + " is defined by itself");
            }
            return body;
        }

        boolean resolved() {
            return body != null;
        }

        void resolve(Body resolved) {
            this.body = resolved;
        }
    }

    /** What a definition is. */
    sealed interface Body {}

    /** A name for a type that needs no class; named numbers or bits become constants. */
    record Alias(Type type, Map<String, BigInteger> names) implements Body {}

    /**
     * SEQUENCE.
     *
     * @param root components outside the extension
     * @param additions extension additions, each of one component or a group
     */
    record Sequence(List<Field> root, boolean extensible, List<Addition> additions) implements Body {}

    /** One extension addition. */
    record Addition(List<Field> fields, boolean group) {}

    /** A component. */
    record Field(String name, Type type, boolean optional, Syntax.@Nullable Value defaultValue) {}

    /** CHOICE. */
    record Choice(List<Alternative> root, boolean extensible, List<Alternative> additions) implements Body {}

    /** An alternative. */
    record Alternative(String name, Type type) {}

    /** ENUMERATED: identifiers in the order of the wire. */
    record Enumerated(List<String> root, boolean extensible, List<String> additions) implements Body {}

    /** SEQUENCE OF. */
    record ListOf(Size size, Type element) implements Body {}

    /** The rows of an object set. */
    record OpenTable(List<Row> rows) implements Body {}

    /** A row: the value that selects it, the type, the type's name. */
    record Row(BigInteger id, Alternative alternative) {}
}
