package io.verge.site.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The block {@code box:} of the profile, and its key {@code map}. */
@ObjectClassDefinition(name = "Site", description = "Which box this is, where it stands, and the map of its crossing")
public @interface SiteConfig {
    @AttributeDefinition(name = "Box", description = "the id of the box, unique among all boxes of its tenant")
    String box();

    @AttributeDefinition(name = "Tenant", description = "who the box belongs to in the cloud", required = false)
    String tenant() default "default";

    @AttributeDefinition(
            name = "Latitude",
            description = "of the box, degrees north, WGS84; never GCJ-02",
            min = "-90",
            max = "90")
    double latitude();

    @AttributeDefinition(
            name = "Longitude",
            description = "of the box, degrees east, WGS84; never GCJ-02",
            min = "-180",
            max = "180")
    double longitude();

    @AttributeDefinition(
            name = "Elevation",
            description = "of the road at the box, metres above the WGS84 ellipsoid",
            min = "-500",
            max = "9000",
            required = false)
    double elevation() default 0;

    @AttributeDefinition(
            name = "Map",
            description = "absolute path of the crossing's map, a GeoJSON file; empty when there is none",
            required = false)
    String map() default "";
}
