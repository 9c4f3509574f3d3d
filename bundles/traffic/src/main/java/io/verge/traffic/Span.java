package io.verge.traffic;

/** A stretch of a line: metres from its first point, begin before end. */
public record Span(double begin, double end) {}
