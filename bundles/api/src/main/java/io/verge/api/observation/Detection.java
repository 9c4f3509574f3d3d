package io.verge.api.observation;

/** One thing that a sensor saw. */
public sealed interface Detection permits RadarDetection, ObjectDetection {}
