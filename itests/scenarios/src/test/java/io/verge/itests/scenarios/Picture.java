package io.verge.itests.scenarios;

import io.verge.api.scene.Scene;
import io.verge.driver.simulator.internal.world.Body;
import java.util.List;

/** A scene and the truth that it shows. */
record Picture(long millis, Scene scene, List<Body> bodies) {}
