package io.verge.site;

import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.api.site.SiteMap;
import io.verge.site.internal.GeoJson;
import io.verge.site.internal.JsonReader;
import io.verge.site.internal.MapReader;
import io.verge.site.internal.Middle;
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
    public record Result(Optional<SiteMap> map, List<MapProblem> problems) {
        public Result {
            problems = List.copyOf(problems);
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
     * What a file has that is wrong or odd.
     *
     * @param problems for which {@link #read} refuses it
     * @param warnings what may be right but seldom is; none while there are problems
     */
    public record Check(List<MapProblem> problems, List<MapProblem> warnings) {
        public Check {
            problems = List.copyOf(problems);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Checks a map more thoroughly than reading it does.
     *
     * @param box where the box stands; empty: where the map is, so that nothing is said of their distance
     */
    public static Check check(Path file, Optional<Wgs84> box) {
        Problems problems = new Problems();
        Problems warnings = new Problems();
        byte[] octets = octets(file, problems);
        if (problems.none()) {
            JsonReader.read(octets, problems).ifPresent(json -> {
                Wgs84 middle = Middle.of(json);
                Wgs84 origin = box.map(it -> new Wgs84(it.latitude(), it.longitude(), middle.elevation()))
                        .orElse(middle);
                MapReader.check(json, new SiteFrame(origin), problems, warnings);
            });
        }
        return new Check(problems.list(), problems.none() ? warnings.list() : List.of());
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
