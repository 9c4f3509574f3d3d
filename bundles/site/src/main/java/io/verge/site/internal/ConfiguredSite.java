package io.verge.site.internal;

import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.api.site.Site;
import io.verge.api.site.SiteMap;
import io.verge.site.MapFile;
import io.verge.site.MapProblem;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The site as the profile describes it. It is read once: another configuration makes another site.
 *
 * <p>A map with problems makes no site at all. A site without its map would look like one that never had a map, and the box
 * would go on the road without its signals and nobody would know why. Immediate, so that a map with problems is found at the
 * start and not when the first app asks.
 */
@Component(
        service = Site.class,
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.site")
@Designate(ocd = SiteConfig.class)
public final class ConfiguredSite implements Site {
    private final String box;
    private final String tenant;
    private final SiteFrame frame;
    private final Optional<SiteMap> map;

    /**
     * Reads the map.
     *
     * @throws IllegalArgumentException with all problems, one a line, when the map cannot be used
     */
    @Activate
    public ConfiguredSite(SiteConfig config) {
        this(
                config.box(),
                config.tenant(),
                new Wgs84(config.latitude(), config.longitude(), config.elevation()),
                config.map());
    }

    ConfiguredSite(String box, String tenant, Wgs84 position, String file) {
        if (box.isBlank()) {
            throw new IllegalArgumentException("box is empty; expected the id of the box");
        }
        this.box = box;
        this.tenant = tenant;
        this.frame = new SiteFrame(position);
        this.map = file.isEmpty() ? Optional.empty() : Optional.of(read(file, frame));
    }

    private static SiteMap read(String file, SiteFrame frame) {
        MapFile.Result result = MapFile.read(Path.of(file), frame);
        return result.map()
                .orElseThrow(() -> new IllegalArgumentException("map " + file + " cannot be used:\n"
                        + result.problems().stream().map(MapProblem::toString).collect(Collectors.joining("\n"))));
    }

    @Override
    public String box() {
        return box;
    }

    @Override
    public String tenant() {
        return tenant;
    }

    @Override
    public SiteFrame frame() {
        return frame;
    }

    @Override
    public Optional<SiteMap> map() {
        return map;
    }
}
