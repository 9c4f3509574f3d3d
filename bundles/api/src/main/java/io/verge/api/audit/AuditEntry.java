package io.verge.api.audit;

import java.time.Instant;

/**
 * An act in the trail.
 *
 * @param number from 1, without gaps
 * @param time by the box's clock
 * @param hash SHA-256 over the entry and the hash before it, 64 hexadecimal digits
 */
public record AuditEntry(long number, Instant time, Act act, String hash) {}
