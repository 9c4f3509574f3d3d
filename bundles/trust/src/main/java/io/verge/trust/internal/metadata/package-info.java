/** The four roles of TUF as values: parsed, not yet believed. */
@NullMarked
package io.verge.trust.internal.metadata;

import org.jspecify.annotations.NullMarked;
