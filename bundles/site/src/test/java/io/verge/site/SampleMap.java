package io.verge.site;

import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A T-shaped crossing of three approaches, as a file that a test may spoil. */
public final class SampleMap {
    public static final Wgs84 BOX = new Wgs84(30.5, 114.3, 21);
    public static final SiteFrame FRAME = new SiteFrame(BOX);

    private SampleMap() {}

    /** The good one. */
    public static String text() {
        try (InputStream in =
                Objects.requireNonNull(SampleMap.class.getResourceAsStream("/io/verge/site/crossing.geojson"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file of this text. */
    public static Path file(Path folder, String text) {
        try {
            return Files.writeString(folder.resolve("crossing.geojson"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
