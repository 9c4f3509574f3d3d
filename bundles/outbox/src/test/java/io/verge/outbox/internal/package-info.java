@NullMarked
package io.verge.outbox.internal;

import org.jspecify.annotations.NullMarked;
