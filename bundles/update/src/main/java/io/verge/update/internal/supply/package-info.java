/** Where releases come from: folders, web servers, the MQTT session, a laptop at the cabinet. */
@NullMarked
package io.verge.update.internal.supply;

import org.jspecify.annotations.NullMarked;
