package io.verge.profile;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The name of one configuration.
 *
 * @param type the PID, or the factory PID, of the component
 * @param name of the instance when there may be several, which is the name of its block in the profile; else null
 */
public record Pid(String type, @Nullable String name) implements Comparable<Pid> {
    private static final Comparator<Pid> ORDER = Comparator.comparing(Pid::toString);

    /** Of the component of which there is one. */
    public static Pid single(String pid) {
        return new Pid(pid, null);
    }

    @Override
    public int compareTo(Pid other) {
        return ORDER.compare(this, other);
    }

    /** As ConfigurationAdmin writes it: {@code type~name}, or the type when there is no name. */
    @Override
    public String toString() {
        return name == null ? type : type + "~" + name;
    }
}
