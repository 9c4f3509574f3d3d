package io.verge.api.observation;

/** What a received message says, as far as the box makes use of it. */
public sealed interface MessageContent permits SelfReport, PriorityRequest {}
