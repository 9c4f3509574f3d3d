package io.verge.messages.compiler;

import io.verge.messages.compiler.Schema.Alternative;
import io.verge.messages.compiler.Schema.Definition;
import io.verge.messages.compiler.Schema.Field;
import io.verge.messages.compiler.Schema.Int;
import io.verge.messages.compiler.Schema.Size;
import io.verge.messages.compiler.Schema.Type;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How many bits a type takes at least, how much memory its value takes, and whether it contains itself. */
final class Sizes {
    private static final int HEADER = 12;
    private static final int REFERENCE = 4;

    private Sizes() {}

    /** Bits of a number between two bounds. */
    static int width(BigInteger lower, BigInteger upper) {
        return upper.subtract(lower).bitLength();
    }

    static int width(int count) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(count - 1);
    }

    static int width(Size size) {
        Integer upper = size.upper();
        return upper == null ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(upper - size.lower());
    }

    static int minimumBits(Type type) {
        return minimumBits(type, new HashSet<>());
    }

    private static int minimumBits(Type type, Set<Definition> inside) {
        if (type instanceof Int integer) {
            BigInteger lower = integer.lower();
            BigInteger upper = integer.upper();
            int extension = integer.extensible() ? 1 : 0;
            return extension + (lower == null || upper == null ? 16 : Math.min(width(lower, upper), 16));
        }
        if (type instanceof Schema.Bits bits) {
            return sized(bits.size(), 1);
        }
        if (type instanceof Schema.OctetString octets) {
            return sized(octets.size(), 8);
        }
        if (type instanceof Schema.Text text) {
            return text.width() == 0 ? 8 : sized(text.size(), text.width());
        }
        if (type instanceof Schema.Ref ref) {
            return minimumBits(ref.definition(), inside);
        }
        return type == Schema.Simple.NULL ? 0 : type == Schema.Simple.BOOLEAN ? 1 : 8;
    }

    private static int sized(Size size, int each) {
        if (size.extensible()) {
            return 9;
        }
        return size.bounded() ? width(size) + size.lower() * each : 8;
    }

    private static int minimumBits(Definition definition, Set<Definition> inside) {
        if (!inside.add(definition)) {
            return 0;
        }
        int bits = minimumBits(definition.body(), inside);
        inside.remove(definition);
        return bits;
    }

    private static int minimumBits(Schema.Body body, Set<Definition> inside) {
        if (body instanceof Schema.Sequence sequence) {
            int bits = sequence.extensible() ? 1 : 0;
            for (Field field : sequence.root()) {
                bits += optional(field) ? 1 : minimumBits(field.type(), inside);
            }
            return bits;
        }
        if (body instanceof Schema.Choice choice) {
            int least = choice.root().stream()
                    .mapToInt(alternative -> minimumBits(alternative.type(), inside))
                    .min()
                    .orElse(0);
            int index = width(choice.root().size());
            return choice.extensible() ? 1 + Math.min(least + index, 14) : least + index;
        }
        if (body instanceof Schema.Enumerated enumerated) {
            int index = width(enumerated.root().size());
            return enumerated.extensible() ? 1 + Math.min(index, 7) : index;
        }
        if (body instanceof Schema.ListOf list) {
            return sized(list.size(), minimumBits(list.element(), inside));
        }
        return body instanceof Schema.Alias alias ? minimumBits(alias.type(), inside) : 8;
    }

    static boolean optional(Field field) {
        return field.optional() || field.defaultValue() != null;
    }

    /** Octets of a record with one component, as a 64-bit Java machine with compressed references lays it out. */
    static int objectSize(Type component) {
        return rounded(HEADER + fieldSize(component));
    }

    static int rounded(int size) {
        return (size + 7) / 8 * 8;
    }

    static int fieldSize(Type type) {
        return type instanceof Int integer && !integer.fitsInt() ? 8 : REFERENCE;
    }

    /** Whether a value of the type can contain another value of the type. */
    static boolean recursive(Definition definition) {
        Set<Definition> reached = new HashSet<>();
        reach(definition, reached);
        return reached.contains(definition);
    }

    private static void reach(Definition from, Set<Definition> reached) {
        for (Type type : parts(from.body())) {
            Definition next = definitionOf(type);
            if (next != null && reached.add(next)) {
                reach(next, reached);
            }
        }
    }

    static @Nullable Definition definitionOf(Type type) {
        return type instanceof Schema.Ref ref
                ? ref.definition()
                : type instanceof Schema.Open open ? open.table() : null;
    }

    static List<Type> parts(Schema.Body body) {
        if (body instanceof Schema.Sequence sequence) {
            return SequenceCode.fields(sequence).stream().map(Field::type).toList();
        }
        if (body instanceof Schema.Choice choice) {
            return ChoiceCode.alternatives(choice).stream()
                    .map(Alternative::type)
                    .toList();
        }
        if (body instanceof Schema.OpenTable table) {
            return table.rows().stream().map(row -> row.alternative().type()).toList();
        }
        return body instanceof Schema.ListOf list
                ? List.of(list.element())
                : body instanceof Schema.Alias alias ? List.of(alias.type()) : List.of();
    }
}
