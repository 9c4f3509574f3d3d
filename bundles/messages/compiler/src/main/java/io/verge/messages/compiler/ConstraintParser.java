package io.verge.messages.compiler;

import io.verge.messages.compiler.SourceException.Place;
import io.verge.messages.compiler.Syntax.Constraint;
import io.verge.messages.compiler.Syntax.Invisible;
import io.verge.messages.compiler.Syntax.ObjectSet;
import io.verge.messages.compiler.Syntax.Restriction;
import io.verge.messages.compiler.Syntax.Value;
import io.verge.messages.compiler.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Constraints (X.680 clauses 49 to 51, X.682). */
final class ConstraintParser {
    private final TokenStream in;
    private final TypeParser types;

    ConstraintParser(TokenStream in, TypeParser types) {
        this.in = in;
        this.types = types;
    }

    /** A constraint with its parentheses. */
    Constraint constraint() {
        Place at = in.at();
        in.expect("(");
        Restriction root = union();
        boolean extensible = false;
        if (in.accept(",")) {
            in.expect("...");
            extensible = true;
            if (in.accept(",")) {
                union();
            }
        }
        skipExceptionId();
        in.expect(")");
        return new Constraint(at, root, extensible);
    }

    /** X.680 clause 53: what to do when a constraint is broken; nobody asks. */
    void skipExceptionId() {
        if (in.accept("!")) {
            while (!in.see(")") && !in.see(",") && !in.see("}") && !in.see(Kind.END)) {
                in.take();
            }
        }
    }

    private Restriction union() {
        if (in.accept("ALL")) {
            in.expect("EXCEPT");
            element();
            return new Invisible("ALL EXCEPT");
        }
        List<Restriction> parts = new ArrayList<>();
        do {
            parts.add(intersection());
        } while (in.accept("|") || in.accept("UNION"));
        return parts.size() == 1 ? parts.get(0) : new Syntax.Union(parts);
    }

    private Restriction intersection() {
        List<Restriction> parts = new ArrayList<>();
        do {
            parts.add(element());
            if (in.accept("EXCEPT")) {
                element();
            }
        } while (in.accept("^") || in.accept("INTERSECTION"));
        return parts.size() == 1 ? parts.get(0) : new Syntax.Intersection(parts);
    }

    private Restriction element() {
        if (in.see("SIZE")) {
            return size();
        }
        if (in.accept("FROM")) {
            return new Syntax.From(constraint());
        }
        if (in.accept("WITH")) {
            return inner();
        }
        if (in.accept("(")) {
            Restriction inside = union();
            in.expect(")");
            return inside;
        }
        if (in.accept("{")) {
            return table();
        }
        if (in.accept("CONTAINING")) {
            types.type();
            return new Invisible("CONTAINING");
        }
        if (in.accept("PATTERN")) {
            types.value();
            return new Invisible("PATTERN");
        }
        if (in.accept("CONSTRAINED")) {
            in.expect("BY");
            in.expect("{");
            in.untilClosingBrace();
            return new Invisible("CONSTRAINED BY");
        }
        in.accept("INCLUDES");
        if (in.see(Kind.UPPER)
                && !in.see("MIN")
                && !in.see("MAX")
                && !in.see("TRUE")
                && !in.see("FALSE")
                && !in.see("NULL")) {
            return new Syntax.Included(types.type());
        }
        return valueOrRange();
    }

    Syntax.SizeOf size() {
        in.expect("SIZE");
        return new Syntax.SizeOf(constraint());
    }

    private Restriction valueOrRange() {
        boolean min = in.accept("MIN");
        Value lower = min || in.accept("MAX") ? null : types.value();
        boolean above = in.accept("<");
        if (!in.accept("..")) {
            if (lower == null || above) {
                throw in.expected("'..'");
            }
            return new Syntax.Single(lower);
        }
        boolean below = in.accept("<");
        @Nullable Value upper = in.accept("MAX") || in.accept("MIN") ? null : types.value();
        return new Syntax.Range(lower, above, upper, below);
    }

    private Restriction inner() {
        if (in.accept("COMPONENTS")) {
            in.expect("{");
            in.untilClosingBrace();
            return new Invisible("WITH COMPONENTS");
        }
        in.expect("COMPONENT");
        constraint();
        return new Invisible("WITH COMPONENT");
    }

    private Restriction table() {
        ObjectSet set = Parser.objectSet(in);
        String selector = null;
        if (in.accept("{")) {
            do {
                in.expect("@");
                in.accept(".");
                do {
                    selector = in.expect(Kind.LOWER, "the component that selects the type");
                } while (in.accept("."));
            } while (in.accept(","));
            in.expect("}");
        }
        return new Syntax.Table(set, selector);
    }
}
