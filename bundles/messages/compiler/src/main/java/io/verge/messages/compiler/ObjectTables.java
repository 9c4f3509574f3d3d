package io.verge.messages.compiler;

import io.verge.messages.compiler.Schema.Alternative;
import io.verge.messages.compiler.Schema.Row;
import io.verge.messages.compiler.Schema.Type;
import io.verge.messages.compiler.SourceException.Place;
import io.verge.messages.compiler.Syntax.ClassAssignment;
import io.verge.messages.compiler.Syntax.Constraint;
import io.verge.messages.compiler.Syntax.SetElement;
import io.verge.messages.compiler.Syntax.TypeNode;
import io.verge.messages.compiler.Token.Kind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Information objects (X.681): the rows of the tables that decide what an open type holds. */
final class ObjectTables {
    private static final int MAX_DEPTH = 16;

    private final Resolver resolver;

    ObjectTables(Resolver resolver) {
        this.resolver = resolver;
    }

    /** One row as written: the number, the type, and where it was written. */
    private record Written(BigInteger id, TypeNode type, Scope scope) {}

    /** The type of a class field: that of the number, or an open type. */
    Type field(Syntax.FieldForm field, TypeNode node, Scope scope, String javaName) {
        ClassFound found = objectClass(field.ofClass(), node.at(), scope);
        Syntax.ClassField declared = found.assignment.fields().get(field.field());
        if (declared == null) {
            throw new SourceException(
                    node.at(), "expected a field of " + field.ofClass() + ", found '&" + field.field() + "'");
        }
        TypeNode valueType = declared.type();
        if (valueType != null) {
            return resolver.type(valueType, found.scope, javaName);
        }
        for (Constraint constraint : node.constraints()) {
            if (constraint.root() instanceof Syntax.Table table) {
                return open(table, found, node.at(), scope, javaName);
            }
        }
        return new Schema.OpenOctets();
    }

    private Type open(Syntax.Table table, ClassFound ofClass, Place at, Scope scope, String javaName) {
        List<Written> written = new ArrayList<>();
        collect(table.set().elements(), scope, ofClass, written, 0);
        String selector = table.selector();
        if (written.isEmpty() || selector == null) {
            return new Schema.OpenOctets();
        }
        List<Row> rows = new ArrayList<>();
        Set<BigInteger> seen = new HashSet<>();
        for (Written row : written) {
            if (!seen.add(row.id)) {
                throw new SourceException(row.type.at(), "number " + row.id + " stands for two types");
            }
            Type type = resolver.type(row.type, row.scope, javaName + row.id);
            rows.add(new Row(row.id, new Alternative(typeName(row.type, row.id), type)));
        }
        return new Schema.Open(resolver.table(javaName, at, scope, new Schema.OpenTable(rows)), selector);
    }

    private static String typeName(TypeNode type, BigInteger id) {
        return type.form() instanceof Syntax.ReferenceForm reference ? reference.name() : "type" + id;
    }

    private record ClassFound(ClassAssignment assignment, Scope scope) {}

    private static ClassFound objectClass(String name, Place at, Scope scope) {
        Scope.Found found = scope.require(name, at, "an object class");
        if (found.assignment() instanceof ClassAssignment assignment) {
            return new ClassFound(assignment, found.scope());
        }
        throw new SourceException(at, "expected an object class, but " + name + " is none");
    }

    private void collect(List<SetElement> elements, Scope scope, ClassFound ofClass, List<Written> to, int depth) {
        if (depth > MAX_DEPTH) {
            throw new SourceException(elements.get(0).at(), "this object set contains itself");
        }
        for (SetElement element : elements) {
            String reference = element.reference();
            if (reference == null) {
                to.add(object(element.object(), element.at(), scope, ofClass));
                continue;
            }
            Scope.@Nullable Argument argument = scope.argument(reference);
            if (argument != null) {
                argument(argument, element.at(), ofClass, to, depth);
                continue;
            }
            named(reference, element.at(), scope, ofClass, to, depth);
        }
    }

    private void argument(Scope.Argument argument, Place at, ClassFound ofClass, List<Written> to, int depth) {
        if (argument.actual() instanceof Syntax.ActualSet set) {
            collect(set.set().elements(), argument.scope(), ofClass, to, depth + 1);
        } else if (argument.actual() instanceof Syntax.ActualType type
                && type.type().form() instanceof Syntax.ReferenceForm reference) {
            named(reference.name(), at, argument.scope(), ofClass, to, depth + 1);
        } else {
            throw new SourceException(at, "expected an object set as argument");
        }
    }

    private void named(String reference, Place at, Scope scope, ClassFound ofClass, List<Written> to, int depth) {
        Scope.Found found = scope.require(reference, at, "an object or object set");
        if (found.assignment() instanceof Syntax.ObjectSetAssignment set) {
            collect(set.set().elements(), found.scope(), ofClass, to, depth + 1);
        } else if (found.assignment() instanceof Syntax.ObjectAssignment object) {
            to.add(object(object.object(), at, found.scope(), ofClass));
        } else {
            throw new SourceException(at, "expected an object or object set, but " + reference + " is none");
        }
    }

    /** Reads an object by its class's syntax, or by the default one ({@code &id 1, &Type T}). */
    private static Written object(List<Token> tokens, Place at, Scope scope, ClassFound ofClass) {
        List<Token> ended = new ArrayList<>(tokens);
        ended.add(new Token(Kind.END, "", at));
        TokenStream in = new TokenStream(ended);
        TypeParser types = new TypeParser(in);
        BigInteger id = null;
        TypeNode type = null;
        List<Token> syntax = ofClass.assignment.syntax();
        int step = 0;
        while (!in.see(Kind.END)) {
            Token field = syntax.isEmpty() ? in.take() : step < syntax.size() ? syntax.get(step++) : null;
            if (field == null) {
                throw in.expected("the end of the object");
            }
            if (field.kind() == Kind.FIELD) {
                if (Character.isUpperCase(field.text().charAt(0))) {
                    type = types.type();
                } else {
                    id = Values.number(types.value(), scope, Map.of());
                }
            } else if (!syntax.isEmpty() && !field.is("[") && !field.is("]") && !in.accept(field.text())) {
                throw in.expected("'" + field.text() + "'");
            }
        }
        if (id == null || type == null) {
            throw new SourceException(at, "expected an object with a number and a type");
        }
        return new Written(id, type, scope);
    }

    /** What makes the name of an instance differ: nothing for a set without rows. */
    String label(Scope.Argument argument) {
        if (argument.actual() instanceof Syntax.ActualValue value) {
            return JavaNames.upperCamel(Values.number(value.value(), argument.scope(), Map.of())
                    .toString()
                    .replace('-', 'm'));
        }
        if (argument.actual() instanceof Syntax.ActualSet set) {
            return isEmpty(set.set().elements(), argument.scope(), 0)
                    ? ""
                    : set.set().elements().stream()
                            .map(e -> e.reference() == null ? "Set" : JavaNames.upperCamel(e.reference()))
                            .collect(Collectors.joining());
        }
        TypeNode type = ((Syntax.ActualType) argument.actual()).type();
        if (!(type.form() instanceof Syntax.ReferenceForm reference)) {
            return type.form() instanceof Syntax.Builtin builtin
                            && type.constraints().isEmpty()
                    ? JavaNames.upperCamel(
                            builtin.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    : "At" + type.at().line() + "x" + type.at().column();
        }
        Scope.@Nullable Found found = argument.scope().find(reference.name());
        if (found != null && found.assignment() instanceof Syntax.ObjectSetAssignment set) {
            return isEmpty(set.set().elements(), found.scope(), 0) ? "" : JavaNames.upperCamel(reference.name());
        }
        return JavaNames.upperCamel(reference.name());
    }

    private static boolean isEmpty(List<SetElement> elements, Scope scope, int depth) {
        for (SetElement element : elements) {
            String reference = element.reference();
            Scope.@Nullable Found found = reference == null ? null : scope.find(reference);
            boolean emptySet = depth < MAX_DEPTH
                    && found != null
                    && found.assignment() instanceof Syntax.ObjectSetAssignment set
                    && isEmpty(set.set().elements(), found.scope(), depth + 1);
            if (!emptySet) {
                return false;
            }
        }
        return true;
    }
}
