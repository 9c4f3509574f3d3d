package io.verge.update.internal.engine;

import io.verge.transfer.Source;
import io.verge.trust.MetadataSource;

/**
 * A repository, wherever it is.
 *
 * @param metadata its folder {@code metadata}
 * @param files its folder {@code targets}
 * @param origin for people, without secrets
 */
public record Supply(MetadataSource metadata, Source files, String origin) {}
