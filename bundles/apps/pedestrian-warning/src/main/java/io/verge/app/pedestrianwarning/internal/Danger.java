package io.verge.app.pedestrianwarning.internal;

import io.verge.api.scene.RoadUser;

/**
 * A walker and a vehicle that comes and does not brake as it must.
 *
 * @param seconds until it is there
 * @param lane on which it comes
 */
record Danger(Walker walker, RoadUser vehicle, double seconds, int lane) {}
