package io.verge.messages.compiler;

import io.verge.messages.compiler.Schema.Alternative;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How the alternatives of one CHOICE or open type look in Java: a record that stands for only one of them
 * implements the interface itself; every other type is wrapped in a record of one component.
 */
final class Alternatives {
    private final String owner;
    private final List<Alternative> all;
    private final Map<Alternative, String> wrapped = new HashMap<>();

    /**
     * Decides for each alternative.
     *
     * @param typeNames all class names of the unit, which a wrapper's name must not hide
     */
    Alternatives(String owner, List<Alternative> all, Set<String> typeNames) {
        this.owner = owner;
        this.all = all;
        Set<String> taken = new HashSet<>(typeNames);
        taken.add("Unknown");
        taken.add("Steps");
        for (Alternative alternative : all) {
            if (!standsAlone(alternative)) {
                String name = JavaNames.upperCamel(alternative.name());
                while (!taken.add(name)) {
                    name += "Value";
                }
                wrapped.put(alternative, name);
            }
        }
    }

    private boolean standsAlone(Alternative alternative) {
        return alternative.type() instanceof Schema.Ref ref
                && ref.definition().body() instanceof Schema.Sequence
                && all.stream().filter(other -> other.type().equals(ref)).count() == 1;
    }

    /** Records outside the interface that implement it. */
    List<Schema.Definition> implementors() {
        List<Schema.Definition> records = new ArrayList<>();
        for (Alternative alternative : all) {
            if (!wrapped.containsKey(alternative) && alternative.type() instanceof Schema.Ref ref) {
                records.add(ref.definition());
            }
        }
        return records;
    }

    List<String> permitted() {
        return all.stream().map(this::name).toList();
    }

    /** The Java name of the record that stands for an alternative. */
    String name(Alternative alternative) {
        String wrapper = wrapped.get(alternative);
        return wrapper == null ? TypeCode.boxed(alternative.type()) : owner + "." + wrapper;
    }

    void wrappers(JavaSource out, String implemented) {
        for (Alternative alternative : all) {
            String wrapper = wrapped.get(alternative);
            if (wrapper != null) {
                out.line("/** Alternative %s. */", alternative.name());
                out.line("record %s(%s value) implements %s {"
                        .formatted(wrapper, TypeCode.name(alternative.type()), implemented));
                String type = TypeCode.boxed(alternative.type());
                if (type.startsWith("List<")) {
                    out.line("public %s {".formatted(wrapper))
                            .line("value = Elements.copyOf(value);")
                            .line("}");
                } else if (!TypeCode.isPrimitive(alternative.type())) {
                    out.line("public %s {".formatted(wrapper));
                    out.line("Objects.requireNonNull(value, \"%s\");", alternative.name())
                            .line("}");
                }
                out.line("}").line("");
            }
        }
    }

    /** Charges for a wrapper, where some alternative has one. */
    void chargeWrapper(JavaSource out) {
        wrapped.keySet().stream()
                .mapToInt(alternative -> Sizes.objectSize(alternative.type()))
                .max()
                .ifPresent(size -> out.line("in.charge(%d);", size));
    }

    String decode(Alternative alternative) {
        return wrap(alternative, TypeCode.decode(alternative.type()));
    }

    String readJson(Alternative alternative) {
        return wrap(alternative, TypeCode.readJson(alternative.type()));
    }

    private String wrap(Alternative alternative, String read) {
        String wrapper = wrapped.get(alternative);
        return wrapper == null ? read : "new " + Objects.requireNonNull(wrapper) + "(" + read + ")";
    }

    String encode(Alternative alternative, String variable) {
        return TypeCode.encode(alternative.type(), value(alternative, variable));
    }

    String writeJson(Alternative alternative, String variable) {
        return TypeCode.writeJson(alternative.type(), value(alternative, variable));
    }

    private String value(Alternative alternative, String variable) {
        return wrapped.containsKey(alternative) ? variable + ".value()" : variable;
    }
}
