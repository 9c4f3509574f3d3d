package io.verge.messages.compiler;

import io.verge.messages.compiler.SourceException.Place;
import io.verge.messages.compiler.Syntax.Actual;
import io.verge.messages.compiler.Syntax.Builtin;
import io.verge.messages.compiler.Syntax.Component;
import io.verge.messages.compiler.Syntax.Constraint;
import io.verge.messages.compiler.Syntax.Form;
import io.verge.messages.compiler.Syntax.NamedNumber;
import io.verge.messages.compiler.Syntax.TypeNode;
import io.verge.messages.compiler.Syntax.Value;
import io.verge.messages.compiler.Token.Kind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Types and values (X.680 clauses 17 to 48). Constraints are read by {@link ConstraintParser}. */
final class TypeParser {
    private static final Set<String> STRINGS =
            Set.of("IA5String", "UTF8String", "NumericString", "VisibleString", "PrintableString", "ISO646String");
    private static final Set<String> UNSUPPORTED = Set.of(
            "REAL",
            "SET",
            "EXTERNAL",
            "EMBEDDED",
            "CHARACTER",
            "ANY",
            "BMPString",
            "UniversalString",
            "TeletexString",
            "T61String",
            "VideotexString",
            "GraphicString",
            "GeneralString",
            "UTCTime",
            "GeneralizedTime",
            "ObjectDescriptor");

    private final TokenStream in;
    private final ConstraintParser constraints;

    TypeParser(TokenStream in) {
        this.in = in;
        this.constraints = new ConstraintParser(in, this);
    }

    TypeNode type() {
        Place at = in.at();
        if (in.see("[")) {
            throw in.expected("a type without a tag: the module has AUTOMATIC TAGS");
        }
        List<Constraint> after = new ArrayList<>();
        Form form = form(after);
        while (in.see("(")) {
            after.add(constraints.constraint());
        }
        return new TypeNode(at, form, after);
    }

    private Form form(List<Constraint> after) {
        String word = in.expect(Kind.UPPER, "a type");
        return switch (word) {
            case "BOOLEAN" -> Builtin.BOOLEAN;
            case "NULL" -> Builtin.NULL;
            case "RELATIVE-OID" -> Builtin.RELATIVE_OID;
            case "INTEGER" -> new Syntax.IntegerForm(namedNumbers());
            case "ENUMERATED" -> enumerated();
            case "BIT" -> {
                in.expect("STRING");
                yield new Syntax.BitStringForm(namedNumbers());
            }
            case "OCTET" -> {
                in.expect("STRING");
                yield Builtin.OCTET_STRING;
            }
            case "OBJECT" -> {
                in.expect("IDENTIFIER");
                yield Builtin.OBJECT_IDENTIFIER;
            }
            case "SEQUENCE" -> sequenceOrList(after);
            case "CHOICE" -> choice();
            default -> otherForm(word);
        };
    }

    private Form otherForm(String word) {
        if (STRINGS.contains(word)) {
            return new Syntax.StringForm(word);
        }
        if (UNSUPPORTED.contains(word)) {
            throw in.expected("a supported type: " + word + " is none");
        }
        if (in.accept(".")) {
            if (in.see(Kind.FIELD)) {
                return new Syntax.FieldForm(word, in.take().text());
            }
            return new Syntax.ReferenceForm(in.expect(Kind.UPPER, "a type of module " + word), actuals());
        }
        return new Syntax.ReferenceForm(word, actuals());
    }

    private List<Actual> actuals() {
        List<Actual> actuals = new ArrayList<>();
        if (!in.accept("{")) {
            return actuals;
        }
        do {
            if (in.accept("{")) {
                actuals.add(new Syntax.ActualSet(Parser.objectSet(in)));
            } else if (in.see(Kind.UPPER) && !in.see("TRUE") && !in.see("FALSE")) {
                actuals.add(new Syntax.ActualType(type()));
            } else {
                actuals.add(new Syntax.ActualValue(value()));
            }
        } while (in.accept(","));
        in.expect("}");
        return actuals;
    }

    private List<NamedNumber> namedNumbers() {
        List<NamedNumber> names = new ArrayList<>();
        if (!in.accept("{")) {
            return names;
        }
        do {
            Place at = in.at();
            String name = in.expect(Kind.LOWER, "a name with its number");
            in.expect("(");
            names.add(new NamedNumber(at, name, value()));
            in.expect(")");
        } while (in.accept(","));
        in.expect("}");
        return names;
    }

    private Form enumerated() {
        in.expect("{");
        List<NamedNumber> root = new ArrayList<>();
        List<NamedNumber> additions = new ArrayList<>();
        boolean extensible = false;
        do {
            Place at = in.at();
            if (in.accept("...")) {
                if (extensible || root.isEmpty()) {
                    throw new SourceException(at, "expected a name, found '...'");
                }
                extensible = true;
                continue;
            }
            String name = in.expect(Kind.LOWER, "a name of the enumeration");
            Value value = null;
            if (in.accept("(")) {
                value = value();
                in.expect(")");
            }
            (extensible ? additions : root).add(new NamedNumber(at, name, value));
        } while (in.accept(","));
        in.expect("}");
        return new Syntax.EnumeratedForm(root, extensible, additions);
    }

    private Form sequenceOrList(List<Constraint> after) {
        if (in.accept("OF")) {
            return new Syntax.ListForm(type());
        }
        if (in.see("SIZE")) {
            Place at = in.at();
            after.add(new Constraint(at, constraints.size(), false));
            in.expect("OF");
            return new Syntax.ListForm(type());
        }
        if (in.see("(")) {
            after.add(constraints.constraint());
            in.expect("OF");
            return new Syntax.ListForm(type());
        }
        in.expect("{");
        return sequence();
    }

    private Form sequence() {
        List<Component> root = new ArrayList<>();
        List<Component> rootAfter = new ArrayList<>();
        List<List<Component>> additions = new ArrayList<>();
        int markers = 0;
        if (!in.see("}")) {
            do {
                if (in.accept("...")) {
                    if (++markers > 2) {
                        throw in.expected("a component: there are two extension markers already");
                    }
                    constraints.skipExceptionId();
                } else if (in.accept("[[")) {
                    if (markers != 1) {
                        throw in.expected("no addition group outside the extension");
                    }
                    additions.add(group());
                } else if (markers == 1) {
                    additions.add(List.of(component(false)));
                } else {
                    (markers == 0 ? root : rootAfter).add(component(false));
                }
            } while (in.accept(","));
        }
        in.expect("}");
        return new Syntax.SequenceForm(root, markers > 0, additions, rootAfter);
    }

    private List<Component> group() {
        if (in.see(Kind.NUMBER)) {
            in.take();
            in.expect(":");
        }
        List<Component> group = new ArrayList<>();
        do {
            group.add(component(true));
        } while (in.accept(","));
        in.expect("]]");
        return group;
    }

    private Component component(boolean group) {
        Place at = in.at();
        if (in.see("COMPONENTS")) {
            throw in.expected("a component: COMPONENTS OF is not supported");
        }
        String name = in.expect(Kind.LOWER, "the name of a component");
        TypeNode type = type();
        boolean optional = in.accept("OPTIONAL");
        Value defaultValue = !optional && in.accept("DEFAULT") ? value() : null;
        return new Component(at, name, type, optional, defaultValue, group);
    }

    private Form choice() {
        in.expect("{");
        List<Component> root = new ArrayList<>();
        List<Component> additions = new ArrayList<>();
        int markers = 0;
        do {
            if (in.accept("...")) {
                markers++;
                constraints.skipExceptionId();
                continue;
            }
            boolean group = in.accept("[[");
            if (markers > 1) {
                throw in.expected("no alternative after the second extension marker");
            }
            do {
                (markers == 0 ? root : additions).add(alternative());
            } while (group && in.accept(","));
            if (group) {
                in.expect("]]");
            }
        } while (in.accept(","));
        in.expect("}");
        if (root.isEmpty()) {
            throw in.expected("an alternative before the extension marker");
        }
        return new Syntax.ChoiceForm(root, markers > 0, additions);
    }

    private Component alternative() {
        Place at = in.at();
        String name = in.expect(Kind.LOWER, "the name of an alternative");
        return new Component(at, name, type(), false, null, false);
    }

    Value value() {
        Place at = in.at();
        boolean negative = in.accept("-");
        if (negative || in.see(Kind.NUMBER)) {
            BigInteger number = new BigInteger(in.expect(Kind.NUMBER, "a number"));
            return new Syntax.NumberValue(at, negative ? number.negate() : number);
        }
        if (in.accept("TRUE")) {
            return new Syntax.BooleanValue(at, true);
        }
        if (in.accept("FALSE")) {
            return new Syntax.BooleanValue(at, false);
        }
        if (in.accept("NULL")) {
            return new Syntax.NullValue(at);
        }
        if (in.accept("{")) {
            List<String> names = new ArrayList<>();
            while (!in.accept("}")) {
                names.add(in.expect(Kind.LOWER, "a name or '}'"));
                if (!in.see("}")) {
                    in.expect(",");
                }
            }
            return new Syntax.BracesValue(at, names);
        }
        Token token = in.take();
        return switch (token.kind()) {
            case STRING -> new Syntax.StringValue(at, token.text());
            case BITS -> new Syntax.BitsValue(at, token.text());
            case HEX -> new Syntax.HexValue(at, token.text());
            case LOWER -> new Syntax.NameValue(at, token.text());
            default -> throw new SourceException(at, "expected a value, found " + token.described());
        };
    }
}
