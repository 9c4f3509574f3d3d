package io.verge.messages.compiler;

import io.verge.messages.compiler.SourceException.Place;
import io.verge.messages.compiler.Syntax.Assignment;
import io.verge.messages.compiler.Syntax.ClassField;
import io.verge.messages.compiler.Syntax.ObjectSet;
import io.verge.messages.compiler.Syntax.Parameter;
import io.verge.messages.compiler.Syntax.SetElement;
import io.verge.messages.compiler.Syntax.TypeNode;
import io.verge.messages.compiler.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Modules and their assignments (X.680 clauses 13 to 16, X.681, X.683). Types are read by {@link TypeParser}. */
final class Parser {
    private final TokenStream in;
    private final TypeParser types;

    private Parser(List<Token> tokens) {
        this.in = new TokenStream(tokens);
        this.types = new TypeParser(in);
    }

    /** All modules of a file. */
    static List<Syntax.Module> parse(String file, String text) {
        Parser parser = new Parser(Lexer.tokens(file, text));
        List<Syntax.Module> modules = new ArrayList<>();
        do {
            modules.add(parser.module());
        } while (!parser.in.see(Kind.END));
        return modules;
    }

    private Syntax.Module module() {
        Place at = in.at();
        String name = in.expect(Kind.UPPER, "the name of a module");
        if (in.accept("{")) {
            in.untilClosingBrace();
        }
        in.expect("DEFINITIONS");
        if (!in.accept("AUTOMATIC", "TAGS")) {
            throw in.expected("AUTOMATIC TAGS: other tags order a CHOICE differently, which is not supported");
        }
        if (in.see("EXTENSIBILITY")) {
            throw in.expected("no EXTENSIBILITY IMPLIED: it is not supported");
        }
        in.expect("::=");
        in.expect("BEGIN");
        Map<String, String> imports = new LinkedHashMap<>();
        if (in.accept("EXPORTS")) {
            while (!in.accept(";")) {
                in.take();
                if (in.see(Kind.END)) {
                    throw in.expected("';' after EXPORTS");
                }
            }
        }
        if (in.accept("IMPORTS")) {
            imports(imports);
        }
        Map<String, Assignment> assignments = new LinkedHashMap<>();
        while (!in.accept("END")) {
            Token first = in.peek();
            String defined = first.text();
            if (assignments.put(defined, assignment()) != null) {
                throw new SourceException(first.at(), defined + " is assigned a second time");
            }
        }
        return new Syntax.Module(name, at, imports, assignments);
    }

    private void imports(Map<String, String> imports) {
        while (!in.accept(";")) {
            List<String> names = new ArrayList<>();
            do {
                if (!in.see(Kind.UPPER) && !in.see(Kind.LOWER)) {
                    throw in.expected("a name to import or ';'");
                }
                names.add(in.take().text());
                if (in.accept("{")) {
                    in.expect("}");
                }
            } while (in.accept(","));
            in.expect("FROM");
            String from = in.expect(Kind.UPPER, "the name of a module");
            if (in.accept("{")) {
                in.untilClosingBrace();
            }
            if (in.accept("WITH")) {
                in.take();
            }
            names.forEach(name -> imports.put(name, from));
        }
    }

    private Assignment assignment() {
        Place at = in.at();
        if (in.see(Kind.LOWER)) {
            in.take();
            return valueOrObject(at);
        }
        in.expect(Kind.UPPER, "an assignment or END");
        if (in.see(Kind.UPPER)) {
            String ofClass = in.take().text();
            in.expect("::=");
            in.expect("{");
            return new Syntax.ObjectSetAssignment(at, ofClass, objectSet(in));
        }
        List<Parameter> parameters = parameters();
        in.expect("::=");
        if (in.accept("CLASS")) {
            return objectClass(at);
        }
        return new Syntax.TypeAssignment(at, parameters, types.type());
    }

    private Assignment valueOrObject(Place at) {
        boolean mayBeObject =
                in.see(Kind.UPPER) && in.peek(1).is("::=") && in.peek(2).is("{");
        if (mayBeObject) {
            String name = in.take().text();
            in.expect("::=");
            in.expect("{");
            return new Syntax.ObjectAssignment(at, name, in.untilClosingBrace());
        }
        TypeNode type = types.type();
        in.expect("::=");
        return new Syntax.ValueAssignment(at, type, types.value());
    }

    private List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        if (!in.accept("{")) {
            return parameters;
        }
        do {
            Token name = in.take();
            if (in.see(Kind.UPPER)) {
                // INTEGER SIZE-like governors do not occur; a governor is one word here.
                throw in.expected("':' or ',' after " + name.described());
            }
            if (in.accept(":")) {
                name = in.take();
            }
            if (name.kind() != Kind.UPPER && name.kind() != Kind.LOWER) {
                throw new SourceException(name.at(), "expected the name of a parameter, found " + name.described());
            }
            parameters.add(new Parameter(name.text()));
        } while (in.accept(","));
        in.expect("}");
        return parameters;
    }

    private Assignment objectClass(Place at) {
        in.expect("{");
        Map<String, ClassField> fields = new LinkedHashMap<>();
        do {
            String field = in.expect(Kind.FIELD, "a field such as &id or &Type");
            fields.put(field, new ClassField(Character.isUpperCase(field.charAt(0)) ? null : types.type()));
            while (in.accept("UNIQUE") || in.accept("OPTIONAL")) {
                // neither changes how a row is found
            }
        } while (in.accept(","));
        in.expect("}");
        List<Token> syntax = List.of();
        if (in.accept("WITH", "SYNTAX")) {
            in.expect("{");
            syntax = in.untilClosingBrace();
        }
        return new Syntax.ClassAssignment(at, fields, syntax);
    }

    /** The elements of an object set, behind its opening brace. */
    static ObjectSet objectSet(TokenStream in) {
        Place at = in.at();
        List<SetElement> elements = new ArrayList<>();
        while (!in.accept("}")) {
            if (!in.accept("...")) {
                elements.add(setElement(in));
            }
            if (!in.see("}") && !in.accept("|") && !in.accept("UNION") && !in.accept(",")) {
                throw in.expected("'|', ',' or '}' in an object set");
            }
        }
        return new ObjectSet(at, elements);
    }

    private static SetElement setElement(TokenStream in) {
        Place at = in.at();
        if (in.accept("{")) {
            return new SetElement(at, in.untilClosingBrace(), null);
        }
        @Nullable
        String name = in.see(Kind.UPPER) || in.see(Kind.LOWER) ? in.take().text() : null;
        if (name == null) {
            throw in.expected("an object in braces, the name of an object or set, or '...'");
        }
        if (in.accept(".")) {
            throw in.expected("a plain name");
        }
        return new SetElement(at, List.of(), name);
    }
}
