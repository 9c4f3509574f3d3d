package io.verge.api.bundle;

import io.verge.api.status.Status;
import java.io.IOException;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The sets of bundles that this box can start, and how this start came to its own. Any thread. */
@ProviderType
public interface BundleGenerations {
    /** What code of {@link #status} says that nothing runs but what looks after the box. */
    String SAFE_MODE = "safe-mode";

    /** OK when the current set runs, DEGRADED when another does, FAILED with the code {@link #SAFE_MODE} when none does. */
    Status status();

    /** The number of the set that runs; 0 in safe mode as well, which is made of shipped bundles. */
    int running();

    /**
     * By number, the shipped one first.
     *
     * @throws IOException when the disk cannot be read
     */
    List<GenerationReport> list() throws IOException;
}
