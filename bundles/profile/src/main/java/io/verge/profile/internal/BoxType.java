package io.verge.profile.internal;

import io.verge.profile.AttributeType;
import io.verge.profile.ComponentType;
import io.verge.profile.ValueType;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The section {@code box}, which every profile has: the one section that is not described by a bundle. */
final class BoxType {
    /** The PID of what the sections {@code box} and {@code map} tell. */
    static final String PID = "io.verge.site";

    static final String ID = "id";
    static final String TENANT = "tenant";
    /** The property for the id: a component's {@code id} is its name elsewhere. */
    static final String BOX = "box";

    static final String MAP = "map";

    static final ComponentType TYPE = new ComponentType(
            PID,
            false,
            "Box",
            "what the box is called and where it stands",
            List.of(
                    text(ID, "Id", "unique among the boxes of the tenant", true),
                    text(TENANT, "Tenant", "who the box belongs to in the cloud", false),
                    number("latitude", "Latitude", "degrees north, WGS 84", -90, 90, true),
                    number("longitude", "Longitude", "degrees east, WGS 84", -180, 180, true),
                    number("elevation", "Elevation", "m above the WGS 84 ellipsoid", -500, 9000, false)));

    private BoxType() {}

    /** Whether the value of a key of the box must be a name. */
    static boolean isName(AttributeType attribute) {
        return TYPE.attributes().contains(attribute) && attribute.type() == ValueType.TEXT;
    }

    private static AttributeType text(String key, String title, String description, boolean required) {
        return attribute(key, title, description, ValueType.TEXT, null, null, required);
    }

    private static AttributeType number(
            String key, String title, String description, int min, int max, boolean required) {
        return attribute(
                key, title, description, ValueType.DOUBLE, BigDecimal.valueOf(min), BigDecimal.valueOf(max), required);
    }

    private static AttributeType attribute(
            String key,
            String title,
            String description,
            ValueType type,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            boolean required) {
        return new AttributeType(key, title, description, type, 0, required, List.of(), min, max, List.of());
    }
}
