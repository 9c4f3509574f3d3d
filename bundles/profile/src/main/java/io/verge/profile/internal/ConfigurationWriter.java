package io.verge.profile.internal;

import io.verge.profile.Pid;
import io.verge.profile.Profile;
import io.verge.profile.Report.Change;
import io.verge.profile.Report.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * Makes the configurations of the framework those of a profile. Knows its own by a property and touches no others. Not safe for
 * several threads.
 */
final class ConfigurationWriter {
    /** Marks what comes from the profile. */
    static final String OWNED = "verge.profile";

    private static final String ANY_BUNDLE = "?";

    private final ConfigurationAdmin admin;

    ConfigurationWriter(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    /** Whether nothing of a profile is configured. */
    boolean nothingConfigured() throws IOException {
        return owned().isEmpty();
    }

    /**
     * Configures what differs. What a profile no longer has goes first, since what comes may want its port.
     *
     * @param complete whether what the profile does not have is deleted
     */
    List<Change> write(Profile profile, boolean complete) throws IOException {
        List<Change> changes = new ArrayList<>();
        SortedMap<String, Configuration> vanished = owned();
        profile.configurations().keySet().forEach(pid -> vanished.remove(pid.toString()));
        if (complete) {
            for (Map.Entry<String, Configuration> gone : vanished.entrySet()) {
                gone.getValue().delete();
                changes.add(new Change(Kind.DELETED, gone.getKey()));
            }
        }
        for (Map.Entry<Pid, Map<String, Object>> wanted :
                profile.configurations().entrySet()) {
            Pid pid = wanted.getKey();
            String place = profile.places().getOrDefault(pid, ANY_BUNDLE);
            Configuration configuration = configuration(pid, place);
            Kind kind = configuration.getProperties() == null ? Kind.CREATED : Kind.UPDATED;
            if (!place.equals(configuration.getBundleLocation())) {
                configuration = move(configuration, pid, place);
            }
            if (configuration.updateIfDifferent(properties(wanted.getValue()))) {
                changes.add(new Change(kind, pid.toString()));
            }
        }
        return changes;
    }

    /**
     * Made anew, so that the device at the old place ends before the one at the new place begins. To set the location would do the
     * same, but then Felix SCR 2.2.18 passes over the first change of the properties that follows.
     */
    private Configuration move(Configuration configuration, Pid pid, String place) throws IOException {
        configuration.delete();
        return configuration(pid, place);
    }

    private SortedMap<String, Configuration> owned() throws IOException {
        SortedMap<String, Configuration> owned = new TreeMap<>();
        try {
            Configuration[] found = admin.listConfigurations("(" + OWNED + "=true)");
            if (found != null) {
                for (Configuration configuration : found) {
                    owned.put(configuration.getPid(), configuration);
                }
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
        return owned;
    }

    /** @param place where it is bound to when there is none yet */
    private Configuration configuration(Pid pid, String place) throws IOException {
        String name = pid.name();
        return name == null
                ? admin.getConfiguration(pid.type(), place)
                : admin.getFactoryConfiguration(pid.type(), name, place);
    }

    private static Dictionary<String, Object> properties(Map<String, Object> values) {
        Map<String, Object> properties = new TreeMap<>();
        values.forEach((key, value) -> properties.put(key, value instanceof List<?> list ? array(list) : value));
        properties.put(OWNED, true);
        return FrameworkUtil.asDictionary(properties);
    }

    /** All elements are of one class. */
    private static Object array(List<?> list) {
        Object first = list.isEmpty() ? "" : list.get(0);
        if (first instanceof Boolean) {
            return list.toArray(new Boolean[0]);
        } else if (first instanceof Character) {
            return list.toArray(new Character[0]);
        } else if (first instanceof Byte) {
            return list.toArray(new Byte[0]);
        } else if (first instanceof Short) {
            return list.toArray(new Short[0]);
        } else if (first instanceof Integer) {
            return list.toArray(new Integer[0]);
        } else if (first instanceof Long) {
            return list.toArray(new Long[0]);
        } else if (first instanceof Float) {
            return list.toArray(new Float[0]);
        } else if (first instanceof Double) {
            return list.toArray(new Double[0]);
        }
        return list.toArray(new String[0]);
    }
}
