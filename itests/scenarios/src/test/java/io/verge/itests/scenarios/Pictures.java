package io.verge.itests.scenarios;

import io.verge.driver.simulator.internal.world.World;
import java.util.function.Consumer;

/** How scenes are made of a world that has just moved: as it truly is, or through sensors and perception. */
interface Pictures {
    /**
     * Gives the scenes of one step of the world, none or more.
     *
     * @param world after the step
     */
    void after(World world, Consumer<Picture> out);
}
