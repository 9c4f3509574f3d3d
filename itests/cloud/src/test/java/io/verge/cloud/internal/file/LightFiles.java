package io.verge.cloud.internal.file;

import io.verge.api.time.Clock;
import io.verge.api.time.Stages;
import io.verge.cloud.internal.session.CloudSession;
import io.verge.testkit.Defaults;
import org.osgi.framework.BundleContext;

/** Files without a framework. */
public final class LightFiles {
    private LightFiles() {}

    /** Ready for requests. */
    public static FileService start(BundleContext context, Clock clock, Stages stages) {
        return new FileService(Defaults.of(FileConfig.class), context, clock, stages);
    }

    /** The session is there. */
    public static void connect(FileService files, CloudSession session) {
        files.carrier = session;
        files.publisher = session;
    }
}
