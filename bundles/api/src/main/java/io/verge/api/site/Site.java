package io.verge.api.site;

import io.verge.api.geo.SiteFrame;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Where this box stands. A service; a new one is registered when the profile's {@code box} or {@code map} changes. */
@ProviderType
public interface Site {
    /** The id of the box, as in the profile. */
    String box();

    /** Who the box belongs to in the cloud, as in the profile; {@code default} when it says nothing. */
    default String tenant() {
        return "default";
    }

    /** Around the box's position. */
    SiteFrame frame();

    /** The map of the crossing; empty when the profile names none. */
    Optional<SiteMap> map();
}
