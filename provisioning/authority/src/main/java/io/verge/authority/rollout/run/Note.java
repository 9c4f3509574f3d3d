package io.verge.authority.rollout.run;

import java.time.Instant;

/** Something that happened. */
public record Note(Instant time, String text) {}
