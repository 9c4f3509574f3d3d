/**
 * The run-time half of Verge's ASN.1 support: unaligned packed encoding rules (ITU-T X.691) and JSON
 * encoding rules (ITU-T X.697) for the types that {@code bundles/messages/compiler} generates.
 *
 * <p>Readers and writers belong to one thread; every value they hand out is immutable.
 */
@NullMarked
@Version("1.0.0")
package io.verge.messages.uper;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
