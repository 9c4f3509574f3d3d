package io.verge.agent.map;

import io.verge.site.MapImportException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which crossing of a message is meant. */
final class Choice {
    private Choice() {}

    /**
     * That of an id, else the only one.
     *
     * @param id of each, as {@code REGION/ID}
     * @param wanted {@code ID} or {@code REGION/ID}
     */
    static <T> T of(List<T> crossings, Function<T, String> id, Optional<String> wanted) throws MapImportException {
        List<T> meant = crossings.stream()
                .filter(crossing -> wanted.isEmpty()
                        || id.apply(crossing).equals(wanted.get())
                        || id.apply(crossing).endsWith("/" + wanted.get()))
                .toList();
        if (meant.size() == 1) {
            return meant.get(0);
        }
        String known = crossings.stream().limit(20).map(id).collect(Collectors.joining(", "));
        if (crossings.isEmpty()) {
            throw new MapImportException("the MAP has no crossing");
        }
        throw new MapImportException(
                meant.isEmpty()
                        ? "there is no crossing " + wanted.orElse("") + "; expected one of " + known
                        : "the MAP has " + meant.size() + " crossings: say which; expected one of " + known);
    }
}
