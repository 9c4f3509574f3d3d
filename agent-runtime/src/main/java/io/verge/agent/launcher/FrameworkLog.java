package io.verge.agent.launcher;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What the framework itself has to say goes where all else goes. */
final class FrameworkLog extends org.apache.felix.framework.Logger {
    private static final Logger LOG = Logger.getLogger("org.apache.felix.framework");

    @Override
    protected void doLog(int level, String message, @Nullable Throwable thrown) {
        if (level <= LOG_WARNING) {
            LOG.log(level <= LOG_ERROR ? Level.SEVERE : Level.WARNING, message, thrown);
        }
    }
}
