package io.verge.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the keys of a component were called before, and how to go back: the file {@code OSGI-INF/migrate.yaml} of its bundle. A step does
 * something to a block only where the component does not know the key, so a block that is right is left as it is, and neither needs to
 * know which version a block was written for. So a key that was renamed must not come back with another meaning.
 *
 * @param up from what older versions knew, oldest step first
 * @param down to what older versions knew, newest step first; for when this version is gone again
 */
public record Migration(List<Step> up, List<Step> down) {
    /** Of a component whose keys have always been called so. */
    public static final Migration NONE = new Migration(List.of(), List.of());

    /**
     * What is done to a block. Keys have dots where the profile nests.
     *
     * @param rename keys by what they were called before; what is there already under the other name stays
     * @param remove keys that are not needed any more
     * @param set values, as they would stand in a profile, of keys that the block does not have: when the component cannot do without
     *     one, or when this step has changed something in the block, which tells that it was written before the key was there
     */
    public record Step(Map<String, String> rename, List<String> remove, Map<String, String> set) {
        public Step {
            rename = Collections.unmodifiableMap(new LinkedHashMap<>(rename));
            remove = List.copyOf(remove);
            set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
        }
    }

    public Migration {
        up = List.copyOf(up);
        down = List.copyOf(down);
    }
}
