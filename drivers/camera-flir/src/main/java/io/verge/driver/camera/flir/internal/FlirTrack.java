package io.verge.driver.camera.flir.internal;

/**
 * One track as the camera tells it; numbers are NaN and texts empty when it does not.
 *
 * @param x metres to the right of the direction of view
 * @param y metres along the direction of view
 * @param latitude degrees
 * @param longitude degrees
 * @param angle of its motion, degrees; missing of who stands
 * @param speed m/s
 */
record FlirTrack(
        String id, String kind, double x, double y, double latitude, double longitude, double angle, double speed) {}
