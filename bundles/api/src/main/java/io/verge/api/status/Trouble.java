package io.verge.api.status;

/**
 * Why something does not work, and what to do about it.
 *
 * @param code for machines: a few lower-case words with hyphens, such as {@code no-data}
 * @param cause for people: the thing and the reason, with figures
 * @param remedy for people: what to check or do next
 */
public record Trouble(String code, String cause, String remedy) {}
