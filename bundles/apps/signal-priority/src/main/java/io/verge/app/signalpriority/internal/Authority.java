package io.verge.app.signalpriority.internal;

import io.verge.api.observation.PriorityRequest;
import io.verge.api.observation.PriorityRequest.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may be served. All that is looked at is what the requester says of itself: as long as nobody checks signatures, that
 * keeps honest mistakes out, not liars.
 *
 * @param requesters beginnings of ids, in lower-case hexadecimal; empty: all
 */
record Authority(boolean acceptUnsigned, Set<Role> roles, List<String> requesters, int minLevel) {
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]{1,16}");

    /**
     * As the profile says.
     *
     * @throws IllegalArgumentException lists all that is wrong with it
     */
    static Authority of(SignalPriorityConfig config) {
        List<String> problems = new ArrayList<>();
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : config.roles()) {
            try {
                roles.add(Role.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')));
            } catch (IllegalArgumentException e) {
                problems.add("roles: '" + name + "' is none");
            }
        }
        List<String> requesters = new ArrayList<>();
        Arrays.stream(config.requesters()).forEach(id -> add("requesters", id, requesters, problems));
        if (!config.requestersFile().isEmpty()) {
            read(config.requestersFile(), requesters, problems);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return new Authority(config.acceptUnsigned(), Set.copyOf(roles), List.copyOf(requesters), config.minLevel());
    }

    private static void read(String file, List<String> requesters, List<String> problems) {
        try {
            int number = 0;
            for (String line : Files.readAllLines(Path.of(file))) {
                number++;
                String id = line.replaceFirst("#.*", "").strip();
                if (!id.isEmpty()) {
                    add(file + ":" + number, id, requesters, problems);
                }
            }
        } catch (IOException e) {
            problems.add("requestersFile: " + file + " cannot be read: " + e);
        }
    }

    private static void add(String where, String id, List<String> requesters, List<String> problems) {
        String lower = id.toLowerCase(Locale.ROOT);
        if (HEXADECIMAL.matcher(lower).matches()) {
            requesters.add(lower);
        } else {
            problems.add(where + ": '" + id + "' is not 1 to 16 hexadecimal digits");
        }
    }

    /** Why it may not be served; null when it may. */
    @Nullable
    Refusal refusal(PriorityRequest request) {
        if (!acceptUnsigned) {
            return Refusal.UNSIGNED;
        }
        if (!roles.contains(request.role())) {
            return Refusal.ROLE;
        }
        if (!listed(request.requester().toLowerCase(Locale.ROOT))) {
            return Refusal.REQUESTER;
        }
        return minLevel > 0 && request.level() < minLevel ? Refusal.LEVEL : null;
    }

    private boolean listed(String requester) {
        if (requesters.isEmpty()) {
            return true;
        }
        for (String beginning : requesters) {
            if (requester.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
