package io.verge.site;

import io.verge.api.geo.SiteFrame;
import io.verge.api.site.SiteMap;
import io.verge.site.internal.GeoJson;
import io.verge.site.internal.JsonReader;
import io.verge.site.internal.MapReader;
import io.verge.site.internal.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The map of a crossing as a GeoJSON file (RFC 7946). The README of this bundle describes its members. */
public final class MapFile {
    /** The greatest file that is read, octets. */
    public static final int MAX_SIZE = 1 << 20;

    private MapFile() {}

    /**
     * What a file holds: a map and no problems, or problems and no map.
     *
     * @param problems all that was found at once, by line; at most a hundred
     */
    public record Result(Optional<SiteMap> map, List<Problem> problems) {
        public Result {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Something in a map file that is not as it must be.
     *
     * @param line from 1 up; 0 when it concerns the whole file
     * @param feature which one, such as {@code feature 3 (lane 11)}; empty when it concerns none
     * @param text what was found and what was expected, for people
     */
    public record Problem(int line, String feature, String text) {
        /** All of it in one line. */
        @Override
        public String toString() {
            return (line > 0 ? "line " + line + ": " : "") + (feature.isEmpty() ? "" : feature + ": ") + text;
        }
    }

    /**
     * Reads a map and checks all of it.
     *
     * @param frame around the box's position, into which the map's points are brought
     */
    public static Result read(Path file, SiteFrame frame) {
        Problems problems = new Problems();
        byte[] octets = octets(file, problems);
        Optional<SiteMap> map = problems.none()
                ? JsonReader.read(octets, problems).flatMap(json -> MapReader.read(json, frame, problems))
                : Optional.empty();
        return new Result(problems.none() ? map : Optional.empty(), problems.list());
    }

    /**
     * The text of a file that {@link #read} makes the same map of, to a millimetre, with the frame's origin for the box.
     *
     * @param frame the frame of the map's positions
     */
    public static String write(SiteMap map, SiteFrame frame) {
        return GeoJson.of(map, frame);
    }

    private static byte[] octets(Path file, Problems problems) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] octets = in.readNBytes(MAX_SIZE + 1);
            if (octets.length > MAX_SIZE) {
                problems.add(0, "", "is greater than " + MAX_SIZE + " octets; a map of one crossing is far smaller");
            }
            return octets;
        } catch (NoSuchFileException e) {
            problems.add(0, "", "there is no such file");
        } catch (IOException e) {
            problems.add(0, "", "cannot be read: " + e);
        }
        return new byte[0];
    }
}
