package io.verge.driver.simulator.internal.play;

import io.verge.api.air.MessageSet;
import io.verge.api.air.RoadUserMessages;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The message set, which may come and go, and so is asked for each time.
 *
 * @param heard what a radio reads messages with
 * @param spoken what vehicles say
 */
public record Languages(Supplier<Optional<MessageSet>> heard, Supplier<Optional<RoadUserMessages>> spoken) {}
