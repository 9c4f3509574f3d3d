/** What goes on the air, for phones and vehicles on the mobile network. */
@NullMarked
package io.verge.cloud.internal.fanout;

import org.jspecify.annotations.NullMarked;
