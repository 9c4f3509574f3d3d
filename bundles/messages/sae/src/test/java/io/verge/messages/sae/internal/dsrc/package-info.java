@NullMarked
package io.verge.messages.sae.internal.dsrc;

import org.jspecify.annotations.NullMarked;
