package io.verge.diagnostics.internal;

import static io.verge.diagnostics.internal.Role.MAINTAINER;
import static io.verge.diagnostics.internal.Role.OPERATOR;
import static io.verge.diagnostics.internal.Role.VENDOR;
import static io.verge.diagnostics.internal.Role.VIEWER;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.californium.core.coap.CoAP.Code;

/** Who may do what: the one table. What is not in it is for operators alone, so that a new resource is closed until a line opens it. */
final class Permissions {
    private static final Set<Role> ALL = EnumSet.allOf(Role.class);

    private static final List<Rule> RULES = Stream.of(
                    looks("status", "devices", "devices/*", "apps", "bundles", "bundles/*", "generations", "scene"),
                    looks("signals", "messages", "messages/recent", "latency", "logs", "outbox", "cloud", "signs"),
                    looks("signs/*", "twin", "config", "why", "why/*", "update", "update/*", ".well-known/core"),
                    Stream.of(
                            new Rule(Code.GET, "audit", "", EnumSet.of(MAINTAINER, OPERATOR)),
                            new Rule(Code.POST, "bundles", "bundle.install", EnumSet.of(MAINTAINER, OPERATOR, VENDOR)),
                            repair(Code.POST, "bundles/*", "bundle"),
                            repair(Code.DELETE, "bundles/*", "bundle.uninstall"),
                            repair(Code.POST, "config", ""), // only checks it
                            repair(Code.PUT, "config", "config.apply"),
                            repair(Code.PUT, "signs/*", "sign.put"),
                            repair(Code.DELETE, "signs/*", "sign.remove"),
                            repair(Code.PUT, "twin/holds/*", "twin.hold"),
                            repair(Code.DELETE, "twin/holds/*", "twin.release"),
                            new Rule(Code.POST, "update", "update", EnumSet.of(OPERATOR)),
                            new Rule(Code.POST, "update/*", "update", EnumSet.of(OPERATOR))))
            .flatMap(rules -> rules)
            .toList();

    private Permissions() {}

    /**
     * A line of the table.
     *
     * @param path {@code *} stands for one part of it
     * @param act what the trail calls it; a query {@code do} is put behind it; empty for what changes nothing
     * @param who may
     */
    record Rule(Code method, String path, String act, Set<Role> who) {
        boolean isAbout(List<String> parts) {
            String[] own = path.split("/", -1);
            if (own.length != parts.size()) {
                return false;
            }
            for (int i = 0; i < own.length; i++) {
                if (!own[i].equals("*") && !own[i].equals(parts.get(i))) {
                    return false;
                }
            }
            return true;
        }

        /** The part of a path that the star stands for; empty for none. */
        String object(List<String> parts) {
            return path.endsWith("*") ? parts.get(parts.size() - 1) : "";
        }
    }

    private static Stream<Rule> looks(String... paths) {
        return Arrays.stream(paths).map(path -> new Rule(Code.GET, path, "", ALL));
    }

    private static Rule repair(Code method, String path, String act) {
        return new Rule(method, path, act, EnumSet.of(MAINTAINER, OPERATOR));
    }

    /** Whether there are lines for this path, but none for this method: then there is nothing of the kind to be had. */
    static boolean lacks(Code method, List<String> path) {
        List<Rule> about = RULES.stream().filter(rule -> rule.isAbout(path)).toList();
        return !about.isEmpty() && about.stream().noneMatch(rule -> rule.method() == method);
    }

    /** The line for a request; that of operators when there is none. */
    static Rule of(Code method, List<String> path) {
        return RULES.stream()
                .filter(rule -> rule.method() == method && rule.isAbout(path))
                .findFirst()
                .orElseGet(() -> new Rule(
                        method,
                        String.join("/", path),
                        method == Code.GET ? "" : method.name().toLowerCase(Locale.ROOT),
                        EnumSet.of(OPERATOR)));
    }

    /** Whether memory may be taken for a large body of theirs: they may send a bundle. */
    static boolean sendsMuch(Role role) {
        return role != VIEWER;
    }

    static List<Rule> rules() {
        return RULES;
    }
}
