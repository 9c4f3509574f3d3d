package io.verge.api.cloud;

import java.time.Instant;

/**
 * How the certificate of the box is.
 *
 * @param state in lower case, such as {@code fresh}, {@code asked} or {@code trial}
 * @param expires when nobody takes it any more
 */
public record IdentityReport(String state, Instant expires) {}
