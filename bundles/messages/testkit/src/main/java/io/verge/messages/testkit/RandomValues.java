package io.verge.messages.testkit;

import io.verge.messages.compiler.Schema;
import io.verge.messages.compiler.Schema.Addition;
import io.verge.messages.compiler.Schema.Alternative;
import io.verge.messages.compiler.Schema.Definition;
import io.verge.messages.compiler.Schema.Field;
import io.verge.messages.compiler.Schema.Row;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Random values of a type of the compiler's model: bounds and what is beside them, components present and absent,
 * extension additions, sizes and integers outside an extensible root. A component with a DEFAULT is left out at
 * times, so that it takes that value; a codec's own JSON then spells it out.
 *
 * <p>The same seed gives the same values. For use by one thread.
 */
public final class RandomValues {
    private final SplittableRandom random;
    private final RandomLeaves leaves;
    private final LaterEdition later;
    private final boolean outsideRoots;
    private final boolean laterEditions;
    /** About how many octets the value may still take; below zero everything optional is left out. */
    private int budget;
    /** How many of a hundred optional components are present in this value. */
    private int density;

    private RandomValues(long seed, boolean outsideRoots, boolean laterEditions) {
        this.random = new SplittableRandom(seed);
        this.leaves = new RandomLeaves(random, outsideRoots);
        this.later = new LaterEdition(random, leaves);
        this.outsideRoots = outsideRoots;
        this.laterEditions = laterEditions;
    }

    /** Values that use known extension additions, but no size or integer outside its root and no unknown type. */
    public static RandomValues withinRoots(long seed) {
        return new RandomValues(seed, false, false);
    }

    /** Values that every implementation of the same edition understands. */
    public static RandomValues ofThisEdition(long seed) {
        return new RandomValues(seed, true, false);
    }

    /** Also values with unknown additions, alternatives and enumeration values of a later edition. */
    public static RandomValues ofLaterEditionsToo(long seed) {
        return new RandomValues(seed, true, true);
    }

    /** The next value of a type; its encoding stays below about 4 KB. */
    public Value next(Definition type) {
        begin();
        return value(type);
    }

    /** The next value of a CHOICE or of a SEQUENCE with an open type, with the given alternative or type in it. */
    public Value next(Definition type, String name) {
        begin();
        if (type.body() instanceof Schema.Choice choice) {
            return choice(known(choice).stream()
                    .filter(alternative -> alternative.name().equals(name))
                    .findFirst()
                    .orElseThrow());
        }
        return sequence((Schema.Sequence) type.body(), name);
    }

    /**
     * Whether the last value has something shorter than the root of its extensible size, where that root reaches 127
     * or more. The encoders of asn1ct (seen in 5.0.21) then write the length as two octets, {@code 8000}, though one
     * would do and X.691 11.9.3.6 asks for it: their code for lengths below 128 is left out. Their decoders are right.
     */
    public boolean lastIsBelowLargeRoot() {
        return leaves.belowLargeRoot();
    }

    private void begin() {
        leaves.begin();
        budget = leaves.oneIn(10) ? 1000 : 10 + random.nextInt(300);
        density = leaves.oneIn(10) ? 0 : leaves.oneIn(6) ? 100 : 10 + random.nextInt(80);
    }

    /** Names that {@link #next(Definition, String)} takes; empty when the type has none. */
    public static List<String> kinds(Definition type) {
        if (type.body() instanceof Schema.Choice choice) {
            return known(choice).stream().map(Alternative::name).toList();
        }
        return type.body() instanceof Schema.Sequence sequence
                ? sequence.root().stream()
                        .flatMap(field -> rows(field).stream())
                        .map(row -> row.alternative().name())
                        .toList()
                : List.of();
    }

    private static List<Alternative> known(Schema.Choice choice) {
        List<Alternative> known = new ArrayList<>(choice.root());
        known.addAll(choice.additions());
        return known;
    }

    private static List<Row> rows(Field field) {
        return field.type() instanceof Schema.Open open
                ? ((Schema.OpenTable) open.table().body()).rows()
                : List.of();
    }

    private Value value(Definition definition) {
        Schema.Body body = definition.body();
        if (body instanceof Schema.Sequence sequence) {
            return sequence(sequence, null);
        }
        if (body instanceof Schema.Choice choice) {
            return choice(choice);
        }
        if (body instanceof Schema.Enumerated enumerated) {
            return enumerated(enumerated);
        }
        return body instanceof Schema.ListOf list ? list(list) : value(((Schema.Alias) body).type());
    }

    private Value value(Schema.Type type) {
        budget -= 1;
        if (type instanceof Schema.Ref ref) {
            return value(ref.definition());
        }
        if (type instanceof Schema.Int integer) {
            return new Value.Int(leaves.integer(integer));
        }
        if (type instanceof Schema.Bits bits) {
            return leaves.bits(bits, budget);
        }
        if (type instanceof Schema.OctetString octets) {
            Value.Bytes value = leaves.octets(octets, budget);
            budget -= value.hex().length() / 2;
            return value;
        }
        if (type instanceof Schema.Text text) {
            Value.Text value = leaves.text(text, budget);
            budget -= value.text().length();
            return value;
        }
        if (type instanceof Schema.ObjectIdentifier identifier) {
            return leaves.objectIdentifier(identifier.relative());
        }
        if (type instanceof Schema.Simple simple) {
            return simple == Schema.Simple.NULL ? new Value.Nothing() : new Value.Bool(random.nextBoolean());
        }
        return leaves.unknown();
    }

    private Value list(Schema.ListOf list) {
        int size = leaves.size(list.size(), Math.max(0, leaves.oneIn(4) ? budget / 2 : budget / 16));
        List<Value> items = new ArrayList<>();
        for (int i = 0; i < size && (budget > 0 || i < list.size().lower()); i++) {
            items.add(value(list.element()));
        }
        return new Value.Items(items);
    }

    private Value enumerated(Schema.Enumerated type) {
        if (type.extensible() && laterEditions && leaves.oneIn(8)) {
            return new Value.Name("..." + later.index(type.additions().size()));
        }
        List<String> all = new ArrayList<>(type.root());
        all.addAll(type.additions());
        return new Value.Name(all.get(random.nextInt(all.size())));
    }

    private Value choice(Schema.Choice type) {
        if (type.extensible() && laterEditions && leaves.oneIn(8)) {
            return new Value.Choice("..." + later.index(type.additions().size()), leaves.unknown());
        }
        List<Alternative> known = known(type);
        return choice(known.get(random.nextInt(known.size())));
    }

    private Value choice(Alternative alternative) {
        return new Value.Choice(alternative.name(), value(alternative.type()));
    }

    private boolean present(Field field) {
        return (!field.optional() && field.defaultValue() == null) || (budget > 0 && random.nextInt(100) < density);
    }

    /**
     * A SEQUENCE.
     *
     * @param row name of the row that an open type in it must be of; null for any or none
     */
    private Value sequence(Schema.Sequence type, @Nullable String row) {
        Map<String, Value> members = new LinkedHashMap<>();
        Map<String, Row> selected = select(type, row);
        for (Field field : type.root()) {
            if (present(field)) {
                members.put(field.name(), component(field, type.root(), selected));
            }
        }
        if (type.extensible() && budget > 0 && leaves.oneIn(2)) {
            extend(type, members);
        }
        return new Value.Members(members);
    }

    /** A row for each component that selects one; none for it when the open type shall be unknown. */
    private Map<String, Row> select(Schema.Sequence type, @Nullable String name) {
        Map<String, Row> selected = new HashMap<>();
        for (Field field : type.root()) {
            List<Row> rows = rows(field);
            if (field.type() instanceof Schema.Open open && (name != null || !outsideRoots || !leaves.oneIn(10))) {
                List<Row> allowed = rows.stream()
                        .filter(row -> name == null || row.alternative().name().equals(name))
                        .toList();
                selected.put(open.selector(), allowed.get(random.nextInt(allowed.size())));
            }
        }
        return selected;
    }

    private Value component(Field field, List<Field> siblings, Map<String, Row> selected) {
        if (field.type() instanceof Schema.Open open) {
            Row row = selected.get(open.selector());
            return row == null
                    ? leaves.unknown()
                    : new Value.Open(value(row.alternative().type()));
        }
        Row row = selected.get(field.name());
        if (row != null) {
            return new Value.Int(row.id());
        }
        for (Field sibling : siblings) {
            if (sibling.type() instanceof Schema.Open open && open.selector().equals(field.name())) {
                return unknownSelector((Schema.Int) field.type(), rows(sibling));
            }
        }
        return value(field.type());
    }

    private Value unknownSelector(Schema.Int type, List<Row> rows) {
        while (true) {
            BigInteger id = leaves.integer(type);
            if (rows.stream().noneMatch(row -> row.id().equals(id))) {
                return new Value.Int(id);
            }
        }
    }

    private void extend(Schema.Sequence type, Map<String, Value> members) {
        int needed = 0;
        for (int i = 0; i < type.additions().size(); i++) {
            Addition addition = type.additions().get(i);
            int before = members.size();
            if (budget > 0 && random.nextInt(100) < density) {
                for (Field field : addition.fields()) {
                    if (!addition.group() || present(field)) {
                        members.put(field.name(), component(field, addition.fields(), Map.of()));
                    }
                }
            }
            if (members.size() > before) {
                needed = i + 1;
            }
        }
        if (laterEditions && leaves.oneIn(4)) {
            members.put("...", later.additions(type.additions().size(), needed));
        }
    }
}
