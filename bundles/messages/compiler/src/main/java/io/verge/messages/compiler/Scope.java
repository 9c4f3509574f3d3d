package io.verge.messages.compiler;

import io.verge.messages.compiler.SourceException.Place;
import io.verge.messages.compiler.Syntax.Assignment;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where names are looked up: the arguments of a parameterised type, then the module, then its imports.
 *
 * @param modules all modules of the unit by name
 */
record Scope(Map<String, Syntax.Module> modules, Syntax.Module module, Map<String, Argument> arguments) {

    /** What was given for a dummy name, and where it was written. */
    record Argument(Syntax.Actual actual, Scope scope) {}

    /** An assignment and the scope its right side is read in. */
    record Found(Assignment assignment, Scope scope) {}

    static Scope of(Map<String, Syntax.Module> modules, Syntax.Module module) {
        return new Scope(modules, module, Map.of());
    }

    @Nullable
    Argument argument(String name) {
        return arguments.get(name);
    }

    /** Null when the name is unknown. */
    @Nullable
    Found find(String name) {
        Assignment here = module.assignments().get(name);
        if (here != null) {
            return new Found(here, of(modules, module));
        }
        String from = module.imports().get(name);
        Syntax.Module other = from == null ? null : modules.get(from);
        Assignment there = other == null ? null : other.assignments().get(name);
        return other == null || there == null ? null : new Found(there, of(modules, other));
    }

    Found require(String name, Place at, String what) {
        Found found = find(name);
        if (found != null) {
            return found;
        }
        String from = module.imports().get(name);
        throw new SourceException(
                at,
                "expected " + what + ", found '" + name + "', which "
                        + (from == null
                                ? "is neither assigned nor imported in " + module.name()
                                : modules.containsKey(from)
                                        ? "module " + from + " does not assign"
                                        : "comes from module " + from + ", which is not there"));
    }
}
