package io.verge.api.road;

/** Length, width and height in metres; each is greater than zero, or NaN when unknown. */
public record Size(double length, double width, double height) {}
