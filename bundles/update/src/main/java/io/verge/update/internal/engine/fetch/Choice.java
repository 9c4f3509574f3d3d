package io.verge.update.internal.engine.fetch;

import io.verge.transfer.Download;
import io.verge.transfer.pack.Base;
import io.verge.transfer.pack.Packing;
import org.jspecify.annotations.Nullable;

/**
 * How a jar comes here.
 *
 * @param packing null for the jar itself
 * @param base of a patch; null for what is none
 */
record Choice(@Nullable Packing packing, @Nullable Base base, Download download) {}
