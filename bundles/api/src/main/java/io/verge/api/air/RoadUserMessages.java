package io.verge.api.air;

import io.verge.api.message.V2xFrame;
import io.verge.api.observation.MessageContent;
import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What vehicles with a radio say in a region, the other way round than {@link MessageSet#decode}. For simulators and tests: a
 * box never speaks for others. Each message set is one of these too. Safe for use by several threads.
 */
@ProviderType
public interface RoadUserMessages {
    /** {@code csae}, {@code sae} or {@code etsi}. */
    String name();

    /**
     * Makes the message in which a vehicle says this (BSM, CAM; SRM, SREM, VIR). Fields that are not known carry the standard's
     * value for "unavailable"; an id that is shorter than the message's has zeros before it.
     *
     * @param time when it is true
     * @return empty when the set has no message for it, or the message cannot say it
     */
    Optional<V2xFrame> encode(MessageContent content, Instant time);
}
