package io.verge.diagnostics.internal;

import java.io.IOException;
import java.util.Optional;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** The blocks of the profile that are in force, as configurations. */
final class Blocks {
    private final ConfigurationAdmin admin;

    Blocks(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    /** The factory PID of the block with this name, such as {@code io.verge.driver.camera-must}. */
    Optional<String> typeOf(String name) {
        try {
            Configuration[] found = admin.listConfigurations(null);
            if (found != null) {
                for (Configuration one : found) {
                    if (one.getFactoryPid() != null
                            && one.getProperties() != null
                            && name.equals(one.getProperties().get("id"))) {
                        return Optional.of(one.getFactoryPid());
                    }
                }
            }
            return Optional.empty();
        } catch (IOException | InvalidSyntaxException | IllegalStateException e) {
            return Optional.empty(); // in memory and without a filter only this can be: one was deleted meanwhile
        }
    }
}
