package io.verge.cloud.internal.twin;

import io.verge.api.status.Status;
import java.util.SortedMap;

/** How devices and apps are now, by key of the profile such as {@code devices.radar-ne}. Never blocks. */
@FunctionalInterface
interface Health {
    SortedMap<String, Status> now();
}
