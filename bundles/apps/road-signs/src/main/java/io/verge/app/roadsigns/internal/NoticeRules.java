package io.verge.app.roadsigns.internal;

import io.verge.api.app.Notice;
import io.verge.api.geo.Position;
import io.verge.api.scene.RoadEvent;
import io.verge.api.site.Lane;
import io.verge.api.site.SiteMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a notice may be. */
final class NoticeRules {
    /** What people know and sensors do not; all else is for the apps that see it. */
    private static final Set<RoadEvent.Kind> KINDS = EnumSet.of(RoadEvent.Kind.ROAD_WORKS, RoadEvent.Kind.WEATHER);

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int GREATEST_SIGN = 65_535;
    private static final int LONGEST_TEXT = 128;
    private static final int MOST_LANES = 16;
    /** Metres from the box: farther away, a notice is another box's. */
    private static final double FARTHEST = 2000;

    private static final double WIDEST = 2000;

    private final Set<Integer> lanes = new HashSet<>();

    NoticeRules(Optional<SiteMap> map) {
        map.ifPresent(known -> known.lanes().stream().map(Lane::id).forEach(lanes::add));
    }

    /** All that is wrong with it, for people; empty when nothing is. */
    List<String> problems(Notice notice) {
        List<String> problems = new ArrayList<>();
        when(!ID.matcher(notice.id()).matches(), "id: lower-case letters, digits and hyphens, 1 to 32", problems);
        what(notice, problems);
        where(notice, problems);
        when(notice.text().length() > LONGEST_TEXT, "text: at most " + LONGEST_TEXT + " characters", problems);
        when(CONTROL.matcher(notice.text()).find(), "text: no control characters", problems);
        when(badNumber(notice.value(), 0, Double.MAX_VALUE), "value: a number that is not negative", problems);
        Instant from = notice.from();
        Instant until = notice.until();
        when(from != null && until != null && !until.isAfter(from), "until: after from", problems);
        return problems;
    }

    private static void what(Notice notice, List<String> problems) {
        Integer sign = notice.sign();
        when((sign == null) == (notice.event() == null), "exactly one of sign and event", problems);
        when(sign != null && (sign < 1 || sign > GREATEST_SIGN), "sign: 1 to " + GREATEST_SIGN, problems);
        when(notice.event() != null && !KINDS.contains(notice.event()), "event: road-works or weather", problems);
    }

    private void where(Notice notice, List<String> problems) {
        Position at = notice.position();
        boolean near = Math.abs(at.east()) <= FARTHEST && Math.abs(at.north()) <= FARTHEST;
        when(!near, "east, north: metres from the box, at most " + FARTHEST, problems);
        when(badNumber(notice.radius(), 1, WIDEST), "radius: 1 to " + WIDEST + " m", problems);
        when(notice.lanes().size() > MOST_LANES, "lanes: at most " + MOST_LANES, problems);
        for (int lane : notice.lanes()) {
            when(!lanes.contains(lane), "lanes: the map has no lane " + lane, problems);
        }
    }

    private static boolean badNumber(double value, double least, double greatest) {
        return !Double.isNaN(value) && !(value >= least && value <= greatest);
    }

    private static void when(boolean wrong, String problem, List<String> problems) {
        if (wrong) {
            problems.add(problem);
        }
    }
}
