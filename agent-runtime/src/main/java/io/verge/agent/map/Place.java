package io.verge.agent.map;

import io.verge.api.geo.Wgs84;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A place as {@code LAT,LON} in degrees, on the command line. */
final class Place implements ITypeConverter<Wgs84> {
    @Override
    public Wgs84 convert(String text) {
        String[] numbers = text.split(",", -1);
        try {
            if (numbers.length == 2) {
                return new Wgs84(Double.parseDouble(numbers[0].strip()), Double.parseDouble(numbers[1].strip()), 0);
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new TypeConversionException(
                "\"" + text + "\" is no place; expected LAT,LON in degrees, WGS84, such as 30.5,114.3");
    }
}
