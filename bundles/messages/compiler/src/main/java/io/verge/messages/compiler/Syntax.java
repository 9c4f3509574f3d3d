package io.verge.messages.compiler;

import io.verge.messages.compiler.SourceException.Place;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a module says, before any name is resolved. */
interface Syntax {

    /**
     * A module.
     *
     * @param imports name of what is imported → module it comes from
     * @param assignments name → what it stands for, in the order of the text
     */
    record Module(String name, Place at, Map<String, String> imports, Map<String, Assignment> assignments) {}

    /** The right side of {@code ::=}. */
    sealed interface Assignment {
        Place at();
    }

    record TypeAssignment(Place at, List<Parameter> parameters, TypeNode type) implements Assignment {}

    record ValueAssignment(Place at, TypeNode type, Value value) implements Assignment {}

    /** An information object class (X.681 clause 9), fields by name without {@code &}. */
    record ClassAssignment(Place at, Map<String, ClassField> fields, List<Token> syntax) implements Assignment {}

    record ObjectSetAssignment(Place at, String ofClass, ObjectSet set) implements Assignment {}

    record ObjectAssignment(Place at, String ofClass, List<Token> object) implements Assignment {}

    /** A dummy name of a parameterised type (X.683). */
    record Parameter(String name) {}

    /**
     * A field of a class.
     *
     * @param type of a value field; null for a type field
     */
    record ClassField(@Nullable TypeNode type) {}

    record ObjectSet(Place at, List<SetElement> elements) {}

    /** One element of an object set: its tokens when written in place, or the name of an object or set. */
    record SetElement(Place at, List<Token> object, @Nullable String reference) {}

    /** A type with the constraints behind it, in order. */
    record TypeNode(Place at, Form form, List<Constraint> constraints) {}

    /** The type itself. */
    sealed interface Form {}

    enum Builtin implements Form {
        BOOLEAN,
        NULL,
        OCTET_STRING,
        OBJECT_IDENTIFIER,
        RELATIVE_OID
    }

    record IntegerForm(List<NamedNumber> names) implements Form {}

    record EnumeratedForm(List<NamedNumber> root, boolean extensible, List<NamedNumber> additions) implements Form {}

    /** A name with a number or, in an ENUMERATED, without one. */
    record NamedNumber(Place at, String name, @Nullable Value value) {}

    record BitStringForm(List<NamedNumber> names) implements Form {}

    record StringForm(String kind) implements Form {}

    record SequenceForm(
            List<Component> root, boolean extensible, List<List<Component>> additions, List<Component> rootAfter)
            implements Form {}

    record ChoiceForm(List<Component> root, boolean extensible, List<Component> additions) implements Form {}

    record ListForm(TypeNode element) implements Form {}

    record ReferenceForm(String name, List<Actual> actuals) implements Form {}

    /**
     * A field of a class, as in {@code CLASS.&id} and {@code CLASS.&Type}; the table stands in the constraints.
     */
    record FieldForm(String ofClass, String field) implements Form {}

    /**
     * A component or alternative.
     *
     * @param group whether it stands in {@code [[ ]]}
     */
    record Component(
            Place at, String name, TypeNode type, boolean optional, @Nullable Value defaultValue, boolean group) {}

    /** What is given for a dummy name. */
    sealed interface Actual {}

    record ActualType(TypeNode type) implements Actual {}

    record ActualValue(Value value) implements Actual {}

    record ActualSet(ObjectSet set) implements Actual {}

    /**
     * A constraint in parentheses.
     *
     * @param extensible whether it has an extension marker; what stands behind the marker is not kept
     */
    record Constraint(Place at, Restriction root, boolean extensible) {}

    /** A subtype element or a combination of some (X.680 clauses 50 and 51). */
    sealed interface Restriction {}

    record Union(List<Restriction> of) implements Restriction {}

    record Intersection(List<Restriction> of) implements Restriction {}

    record Single(Value value) implements Restriction {}

    /** Null bounds are MIN and MAX. */
    record Range(@Nullable Value lower, boolean aboveLower, @Nullable Value upper, boolean belowUpper)
            implements Restriction {}

    record SizeOf(Constraint size) implements Restriction {}

    record From(Constraint alphabet) implements Restriction {}

    record Included(TypeNode type) implements Restriction {}

    /**
     * A table constraint (X.682 clause 10).
     *
     * @param selector the component that selects the row; null for the selector itself
     */
    record Table(ObjectSet set, @Nullable String selector) implements Restriction {}

    /** Read and not visible to PER: inner subtypes, patterns, contents, prose, EXCEPT. */
    record Invisible(String what) implements Restriction {}

    /** A value as written. */
    sealed interface Value {
        Place at();
    }

    record NumberValue(Place at, BigInteger number) implements Value {}

    record StringValue(Place at, String text) implements Value {}

    record BitsValue(Place at, String bits) implements Value {}

    record HexValue(Place at, String digits) implements Value {}

    record BooleanValue(Place at, boolean value) implements Value {}

    record NameValue(Place at, String name) implements Value {}

    /** Names in braces: bits that are set. */
    record BracesValue(Place at, List<String> names) implements Value {}

    record NullValue(Place at) implements Value {}
}
