package io.verge.flow.internal;

import io.verge.api.status.State;
import io.verge.api.status.Trouble;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an app lacks.
 *
 * @param state {@link State#STARTING} when it may still come, {@link State#NOT_POSSIBLE} when the site does not have it
 */
record Lack(State state, Trouble trouble) {
    static Lack of(boolean mayCome, String code, String cause, String remedy) {
        return new Lack(mayCome ? State.STARTING : State.NOT_POSSIBLE, new Trouble(code, cause, remedy));
    }

    /**
     * All that is lacking as one: each cause and remedy is named, the code is that of the first that the site does not have.
     *
     * @param lacks at least one
     */
    static Lack all(Set<Lack> lacks) {
        Set<Lack> worstFirst = new LinkedHashSet<>();
        lacks.stream().filter(lack -> lack.state == State.NOT_POSSIBLE).forEach(worstFirst::add);
        worstFirst.addAll(lacks);
        Lack worst = worstFirst.iterator().next();
        Trouble all = new Trouble(
                worst.trouble.code(), joined(worstFirst, Trouble::cause), joined(worstFirst, Trouble::remedy));
        return new Lack(worst.state, all);
    }

    private static String joined(Set<Lack> lacks, Function<Trouble, String> part) {
        return lacks.stream().map(lack -> part.apply(lack.trouble)).distinct().collect(Collectors.joining("; "));
    }
}
