/** Benchmarks of the uplink, which is not exported. */
@NullMarked
package io.verge.cloud.internal.session;

import org.jspecify.annotations.NullMarked;
