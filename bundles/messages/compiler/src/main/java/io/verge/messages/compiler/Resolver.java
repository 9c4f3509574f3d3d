package io.verge.messages.compiler;

import io.verge.messages.compiler.Schema.Alternative;
import io.verge.messages.compiler.Schema.Body;
import io.verge.messages.compiler.Schema.Definition;
import io.verge.messages.compiler.Schema.Field;
import io.verge.messages.compiler.Schema.Int;
import io.verge.messages.compiler.Schema.ListOf;
import io.verge.messages.compiler.Schema.Ref;
import io.verge.messages.compiler.Schema.Size;
import io.verge.messages.compiler.Schema.Type;
import io.verge.messages.compiler.SourceException.Place;
import io.verge.messages.compiler.Syntax.Component;
import io.verge.messages.compiler.Syntax.Constraint;
import io.verge.messages.compiler.Syntax.Form;
import io.verge.messages.compiler.Syntax.NamedNumber;
import io.verge.messages.compiler.Syntax.TypeNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Names to definitions, constraints to bounds, templates to types. One resolver serves one unit of modules. */
final class Resolver {
    private final Map<String, Syntax.Module> modules;
    private final JavaNames names = new JavaNames();
    private final Map<String, String> javaNames = new LinkedHashMap<>();
    private final Map<String, Definition> definitions = new LinkedHashMap<>();
    private final ObjectTables tables = new ObjectTables(this);

    private Resolver(Map<String, Syntax.Module> modules) {
        this.modules = modules;
    }

    /**
     * Resolves all modules of a unit together.
     *
     * @return every type that is not a template, in the order of the text, and those without a name that they need
     */
    static List<Definition> resolve(Collection<Syntax.Module> unit) {
        Map<String, Syntax.Module> modules = new TreeMap<>();
        for (Syntax.Module module : unit) {
            if (modules.put(module.name(), module) != null) {
                throw new SourceException(module.at(), "module " + module.name() + " is there a second time");
            }
        }
        Resolver resolver = new Resolver(modules);
        resolver.nameAll();
        for (Syntax.Module module : modules.values()) {
            module.assignments().forEach((name, assignment) -> {
                if (assignment instanceof Syntax.TypeAssignment type
                        && type.parameters().isEmpty()) {
                    resolver.define(module, name, type).body();
                }
            });
        }
        return List.copyOf(resolver.definitions.values());
    }

    private void nameAll() {
        for (Syntax.Module module : modules.values()) {
            module.assignments().forEach((name, assignment) -> {
                if (assignment instanceof Syntax.TypeAssignment) {
                    javaNames.put(module.name() + "." + name, names.type(name, module.name()));
                }
            });
        }
    }

    private Definition define(Syntax.Module module, String name, Syntax.TypeAssignment assignment) {
        String key = module.name() + "." + name;
        return define(key, name, javaNames.getOrDefault(key, name), assignment.type(), Scope.of(modules, module));
    }

    private Definition define(String key, String asnName, String javaName, TypeNode type, Scope scope) {
        Definition known = definitions.get(key);
        if (known != null) {
            return known;
        }
        Definition definition = new Definition(asnName, javaName, type.at());
        definitions.put(key, definition);
        definition.resolve(body(type, scope, javaName));
        return definition;
    }

    private static boolean needsClass(Form form) {
        return form instanceof Syntax.SequenceForm
                || form instanceof Syntax.ChoiceForm
                || form instanceof Syntax.EnumeratedForm
                || form instanceof Syntax.ListForm;
    }

    private Body body(TypeNode node, Scope scope, String javaName) {
        Form form = node.form();
        if (form instanceof Syntax.SequenceForm sequence) {
            return sequence(sequence, scope, javaName);
        }
        if (form instanceof Syntax.ChoiceForm choice) {
            return new Schema.Choice(
                    alternatives(choice.root(), scope, javaName),
                    choice.extensible(),
                    alternatives(choice.additions(), scope, javaName));
        }
        if (form instanceof Syntax.EnumeratedForm enumerated) {
            return enumerated(enumerated, scope);
        }
        if (form instanceof Syntax.ListForm list) {
            Size size = constraints(scope, Map.of()).size(Size.ANY, node.constraints());
            return new ListOf(size, type(list.element(), scope, javaName + "Item"));
        }
        return new Schema.Alias(type(node, scope, javaName), namesOf(form, scope));
    }

    private Map<String, BigInteger> namesOf(Form form, Scope scope) {
        List<NamedNumber> names = form instanceof Syntax.IntegerForm integer
                ? integer.names()
                : form instanceof Syntax.BitStringForm bits ? bits.names() : List.of();
        Map<String, BigInteger> numbers = new LinkedHashMap<>();
        for (NamedNumber name : names) {
            if (name.value() != null) {
                numbers.put(name.name(), Values.number(name.value(), scope, Map.of()));
            }
        }
        return numbers;
    }

    private Body sequence(Syntax.SequenceForm form, Scope scope, String javaName) {
        List<Field> root = new ArrayList<>();
        form.root().forEach(component -> root.add(field(component, scope, javaName)));
        form.rootAfter().forEach(component -> root.add(field(component, scope, javaName)));
        List<Schema.Addition> additions = new ArrayList<>();
        for (List<Component> addition : form.additions()) {
            List<Field> fields = new ArrayList<>();
            addition.forEach(component -> fields.add(field(component, scope, javaName)));
            additions.add(new Schema.Addition(fields, addition.get(0).group()));
        }
        return new Schema.Sequence(root, form.extensible(), additions);
    }

    private Field field(Component component, Scope scope, String javaName) {
        Type type = type(component.type(), scope, javaName + JavaNames.upperCamel(component.name()));
        Syntax.Value given = component.defaultValue();
        return new Field(
                component.name(),
                type,
                component.optional(),
                given == null ? null : defaultValue(given, type, component.type(), scope));
    }

    /** A DEFAULT, with named numbers and named bits as what they stand for. */
    private Syntax.Value defaultValue(Syntax.Value given, Type type, TypeNode node, Scope scope) {
        Map<String, BigInteger> named = namesOf(node, scope);
        if (type instanceof Int && given instanceof Syntax.NameValue) {
            return new Syntax.NumberValue(given.at(), Values.number(given, scope, named));
        }
        if (type instanceof Schema.Bits bits && given instanceof Syntax.BracesValue braces) {
            return Values.bits(braces, named, bits.size().lower());
        }
        return Values.follow(given, scope);
    }

    private Map<String, BigInteger> namesOf(TypeNode node, Scope scope) {
        Scope.Found found = node.form() instanceof Syntax.ReferenceForm reference ? scope.find(reference.name()) : null;
        return found != null && found.assignment() instanceof Syntax.TypeAssignment assignment
                ? namesOf(assignment.type(), found.scope())
                : namesOf(node.form(), scope);
    }

    private List<Alternative> alternatives(List<Component> components, Scope scope, String javaName) {
        List<Alternative> alternatives = new ArrayList<>();
        for (Component component : components) {
            String name = component.name();
            alternatives.add(
                    new Alternative(name, type(component.type(), scope, javaName + JavaNames.upperCamel(name))));
        }
        return alternatives;
    }

    /** X.691 14.1: root values in the order of their numbers, additions in the order of the text. */
    private static Body enumerated(Syntax.EnumeratedForm form, Scope scope) {
        record Numbered(BigInteger number, String name) {}
        List<Numbered> root = new ArrayList<>();
        Set<BigInteger> taken = new TreeSet<>();
        for (NamedNumber name : form.root()) {
            if (name.value() != null && !taken.add(Values.number(name.value(), scope, Map.of()))) {
                throw new SourceException(name.at(), "expected a number that is not used yet for " + name.name());
            }
        }
        BigInteger next = BigInteger.ZERO;
        for (NamedNumber name : form.root()) {
            if (name.value() != null) {
                root.add(new Numbered(Values.number(name.value(), scope, Map.of()), name.name()));
                continue;
            }
            while (taken.contains(next)) {
                next = next.add(BigInteger.ONE);
            }
            root.add(new Numbered(next, name.name()));
            next = next.add(BigInteger.ONE);
        }
        root.sort(Comparator.comparing(Numbered::number));
        return new Schema.Enumerated(
                root.stream().map(Numbered::name).toList(),
                form.extensible(),
                form.additions().stream().map(NamedNumber::name).toList());
    }

    /**
     * Resolves a type.
     *
     * @param javaName name of the class in case the type needs one and has no name
     */
    Type type(TypeNode node, Scope scope, String javaName) {
        Form form = node.form();
        if (needsClass(form)) {
            String unique = names.type(javaName, scope.module().name());
            return new Ref(define("." + unique, unique, unique, node, scope));
        }
        if (form instanceof Syntax.ReferenceForm reference) {
            return reference(reference, node, scope, javaName);
        }
        if (form instanceof Syntax.FieldForm field) {
            return tables.field(field, node, scope, javaName);
        }
        return constrained(plain(form), node.constraints(), scope, namesOf(form, scope), javaName);
    }

    private static Type plain(Form form) {
        if (form instanceof Syntax.Builtin builtin) {
            return switch (builtin) {
                case BOOLEAN -> Schema.Simple.BOOLEAN;
                case NULL -> Schema.Simple.NULL;
                case OCTET_STRING -> new Schema.OctetString(Size.ANY);
                case OBJECT_IDENTIFIER -> new Schema.ObjectIdentifier(false);
                case RELATIVE_OID -> new Schema.ObjectIdentifier(true);
            };
        }
        if (form instanceof Syntax.BitStringForm bits) {
            return new Schema.Bits(Size.ANY, !bits.names().isEmpty());
        }
        if (form instanceof Syntax.StringForm string) {
            return Alphabets.text(string.kind(), Size.ANY, null);
        }
        return new Int(null, null, false);
    }

    private Type constrained(
            Type type, List<Constraint> given, Scope scope, Map<String, BigInteger> named, String javaName) {
        if (given.isEmpty()) {
            return type;
        }
        Constraints constraints = constraints(scope, named);
        if (type instanceof Int integer) {
            return constraints.integer(integer, given);
        }
        if (type instanceof Schema.Bits bits) {
            return new Schema.Bits(constraints.size(bits.size(), given), bits.named());
        }
        if (type instanceof Schema.OctetString octets) {
            return new Schema.OctetString(constraints.size(octets.size(), given));
        }
        if (type instanceof Schema.Text text) {
            NavigableSet<Character> alphabet = constraints.alphabet(given, Alphabets.of(text));
            return Alphabets.text(
                    text.kind(),
                    constraints.size(text.size(), given),
                    alphabet == null ? Alphabets.of(text) : alphabet);
        }
        if (type instanceof Ref ref
                && ref.definition().resolved()
                && ref.definition().body() instanceof ListOf list) {
            Size size = constraints.size(list.size(), given);
            if (!size.equals(list.size())) {
                String unique = names.type(javaName, scope.module().name());
                Definition narrowed =
                        new Definition(unique, unique, given.get(0).at());
                narrowed.resolve(new ListOf(size, list.element()));
                definitions.put("." + unique, narrowed);
                return new Ref(narrowed);
            }
        }
        return type;
    }

    private Constraints constraints(Scope scope, Map<String, BigInteger> named) {
        return new Constraints(scope, named, node -> type(node, scope, "Included"));
    }

    private Type reference(Syntax.ReferenceForm reference, TypeNode node, Scope scope, String javaName) {
        Scope.Argument argument = scope.argument(reference.name());
        if (argument != null) {
            if (!(argument.actual() instanceof Syntax.ActualType actual)) {
                throw new SourceException(node.at(), "expected a type, but " + reference.name() + " is none here");
            }
            return constrained(
                    type(actual.type(), argument.scope(), javaName), node.constraints(), scope, Map.of(), javaName);
        }
        Scope.Found found = scope.require(reference.name(), node.at(), "a type");
        if (!(found.assignment() instanceof Syntax.TypeAssignment assignment)) {
            throw new SourceException(node.at(), "expected a type, but " + reference.name() + " is none");
        }
        boolean template =
                !assignment.parameters().isEmpty() || !reference.actuals().isEmpty();
        Definition definition = !template
                ? define(found.scope().module(), reference.name(), assignment)
                : instance(reference, assignment, node.at(), scope, found.scope());
        boolean alias = !needsClass(assignment.type().form());
        if (!alias) {
            return constrained(new Ref(definition), node.constraints(), scope, Map.of(), javaName);
        }
        Schema.Alias body = (Schema.Alias) definition.body();
        return constrained(body.type(), node.constraints(), scope, body.names(), javaName);
    }

    /** X.683: the template with its dummy names bound; instances with the same arguments are one type. */
    private Definition instance(
            Syntax.ReferenceForm reference,
            Syntax.TypeAssignment template,
            Place at,
            Scope scope,
            Scope templateScope) {
        int wanted = template.parameters().size();
        if (reference.actuals().size() != wanted) {
            throw new SourceException(
                    at,
                    "expected " + wanted + " arguments for " + reference.name() + ", found "
                            + reference.actuals().size());
        }
        Map<String, Scope.Argument> arguments = new LinkedHashMap<>();
        StringBuilder suffix = new StringBuilder();
        for (int i = 0; i < wanted; i++) {
            Syntax.Actual actual = reference.actuals().get(i);
            // An argument that is a dummy name itself stands for what was given for it.
            Scope.Argument passed = passedOn(actual, scope);
            arguments.put(template.parameters().get(i).name(), passed);
            suffix.append(tables.label(passed));
        }
        String key = templateScope.module().name() + "." + reference.name();
        String plain = javaNames.getOrDefault(key, reference.name());
        String instanceKey = key + "{" + suffix + "}";
        Definition known = definitions.get(instanceKey);
        if (known != null) {
            return known;
        }
        String javaName = suffix.isEmpty()
                ? plain
                : names.type(plain + suffix, templateScope.module().name());
        return define(
                instanceKey,
                suffix.isEmpty() ? reference.name() : javaName,
                javaName,
                template.type(),
                new Scope(modules, templateScope.module(), arguments));
    }

    private static Scope.Argument passedOn(Syntax.Actual actual, Scope scope) {
        String name = actual instanceof Syntax.ActualType type
                        && type.type().form() instanceof Syntax.ReferenceForm reference
                        && reference.actuals().isEmpty()
                ? reference.name()
                : actual instanceof Syntax.ActualSet set && set.set().elements().size() == 1
                        ? set.set().elements().get(0).reference()
                        : null;
        Scope.@Nullable Argument outer = name == null ? null : scope.argument(name);
        return outer == null ? new Scope.Argument(actual, scope) : outer;
    }

    /** A definition for the rows of an object set. */
    Definition table(String javaName, Place at, Scope scope, Schema.OpenTable rows) {
        String unique = names.type(javaName, scope.module().name());
        Definition definition = new Definition(unique, unique, at);
        definition.resolve(rows);
        definitions.put("." + unique, definition);
        return definition;
    }
}
