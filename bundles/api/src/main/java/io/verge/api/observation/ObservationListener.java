package io.verge.api.observation;

import org.osgi.annotation.versioning.ConsumerType;

/** Gets every observation. Register it as a service. */
@ConsumerType
public interface ObservationListener {
    /** Called on the device's thread: returns at once and hands work to a stage of its own. */
    void observed(Observation observation);
}
