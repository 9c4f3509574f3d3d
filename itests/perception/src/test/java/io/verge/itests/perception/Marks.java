package io.verge.itests.perception;

import com.fasterxml.jackson.jr.ob.JSON;
import io.verge.testkit.JsonLines;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/**
 * What a tracker got for one recording.
 *
 * @param gospa generalised optimal sub-pattern assignment, m: less is better
 * @param mota multiple object tracking accuracy
 * @param idf1 how much of all appearances goes under one name for one road user
 * @param switches of ids, a road user
 * @param velocity root mean square error, m/s
 * @param type part of the types that are right
 */
record Marks(double gospa, double mota, double idf1, double switches, double velocity, double type) {
    /** From what the scorer prints. */
    static Marks of(String json) throws IOException {
        Map<String, Object> map = JSON.std.mapFrom(json);
        return new Marks(
                JsonLines.number(map, "gospa"),
                JsonLines.number(map, "mota"),
                JsonLines.number(map, "idf1"),
                JsonLines.number(map, "idSwitchesPerTrack"),
                JsonLines.number(map, "velocityRmse"),
                JsonLines.number(map, "classAccuracy"));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "gospa %6.3f mota %.4f idf1 %.4f switches %.3f velocity %.3f type %.4f",
                gospa,
                mota,
                idf1,
                switches,
                velocity,
                type);
    }
}
