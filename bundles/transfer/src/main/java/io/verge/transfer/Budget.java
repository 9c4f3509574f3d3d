package io.verge.transfer;

import org.osgi.annotation.versioning.ConsumerType;

/** How fast may be fetched. Asked before every read, by the thread that fetches. */
@FunctionalInterface
@ConsumerType
public interface Budget {
    /** As fast as it comes. */
    Budget UNLIMITED = () -> Long.MAX_VALUE;

    /** Octets a second now; 0 or less for a pause, such as while something urgent waits for the uplink. */
    long octetsPerSecond();
}
