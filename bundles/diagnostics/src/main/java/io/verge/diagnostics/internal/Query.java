package io.verge.diagnostics.internal;

import java.util.List;
import java.util.Optional;

/** The queries of a request: {@code name=value}. */
final class Query {
    private Query() {}

    static Optional<String> text(List<String> queries, String name) {
        return queries.stream()
                .filter(query -> query.startsWith(name + "="))
                .map(query -> query.substring(name.length() + 1))
                .findFirst();
    }

    /** A whole number; the default when it is absent or none. */
    static long number(List<String> queries, String name, long otherwise) {
        try {
            return text(queries, name).map(Long::parseLong).orElse(otherwise);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
