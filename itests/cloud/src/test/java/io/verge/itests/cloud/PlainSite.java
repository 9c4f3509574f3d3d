package io.verge.itests.cloud;

import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.api.site.Site;
import io.verge.api.site.SiteMap;
import java.util.Optional;

/** A site without a map. */
record PlainSite(String tenant, String box) implements Site {
    @Override
    public SiteFrame frame() {
        return new SiteFrame(new Wgs84(30.5, 114.3, 20));
    }

    @Override
    public Optional<SiteMap> map() {
        return Optional.empty();
    }
}
