package io.verge.api.log;

import org.osgi.annotation.versioning.ConsumerType;

/** Is told that there are new lines. Register it as a service. */
@ConsumerType
public interface LogListener {
    /** Called on the thread that logs: returns at once, and logs nothing. */
    void logged();
}
