package io.verge.api.app;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** All apps, as those who run them see them. */
@ProviderType
public interface Apps {
    /** One report an app, by name. Never blocks; called by any thread. */
    List<AppReport> apps();
}
