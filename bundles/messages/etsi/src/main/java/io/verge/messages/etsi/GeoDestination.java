package io.verge.messages.etsi;

import io.verge.messages.uper.CodecException;

/**
 * The area that a packet is for; its shape follows from the {@link HeaderType} (EN 302 636-4-1, clause 9.8.5; the
 * shapes are those of EN 302 931).
 *
 * @param latitude centre, WGS 84, 10^-7 degrees, any 32-bit number
 * @param longitude centre, WGS 84, 10^-7 degrees, any 32-bit number
 * @param distanceA m, 0..65535: the radius of a circle, half the long side of a rectangle, half the long axis of an
 *     ellipse
 * @param distanceB m, 0..65535: 0 for a circle, else half the short side or axis
 * @param angle direction of the long side or axis, degrees clockwise from north, 0..65535; 0 for a circle
 */
public record GeoDestination(int latitude, int longitude, int distanceA, int distanceB, int angle) {

    static GeoDestination decode(FieldReader in) throws CodecException {
        return new GeoDestination(
                in.signed("latitude", 32),
                in.signed("longitude", 32),
                in.number("distanceA", 16),
                in.number("distanceB", 16),
                in.number("angle", 16));
    }

    void encode(FieldWriter out) throws CodecException {
        out.signed("latitude", latitude, 32);
        out.signed("longitude", longitude, 32);
        out.unsigned("distanceA", distanceA, 16);
        out.unsigned("distanceB", distanceB, 16);
        out.unsigned("angle", angle, 16);
    }
}
