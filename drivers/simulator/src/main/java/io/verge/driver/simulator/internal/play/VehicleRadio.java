package io.verge.driver.simulator.internal.play;

import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.api.observation.PriorityRequest;
import io.verge.api.observation.PriorityRequest.Action;
import io.verge.api.observation.PriorityRequest.Role;
import io.verge.api.observation.SelfReport;
import io.verge.api.road.RoadUserType;
import io.verge.driver.simulator.internal.world.Course;
import io.verge.driver.simulator.internal.world.Layout;
import io.verge.driver.simulator.internal.world.Pose;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What one vehicle with a radio says: where it thinks that it is, and of a bus before its stop line that it asks for the green.
 *
 * <pre>
 *  SILENT ──a bus that is near──▶ ASKING (again each second) ──its front is over the line──▶ DONE (takes it back)
 * </pre>
 */
final class VehicleRadio {
    /** Seconds from one report to the next. */
    private static final double REPORT_SECONDS = 0.1;

    private static final Duration REPEAT = Duration.ofSeconds(1);
    /** From the stop line, metres: beyond it a bus does not ask yet. */
    private static final double NEAR = 120;
    /** Who is slower, or stands, will speed up: m/s for when it thinks that it arrives. */
    private static final double SLOWEST = 4;

    private static final int REQUEST = 1;
    private static final int SEQUENCES = 128;
    /** Middling, of 0 to 14. */
    private static final int LEVEL = 7;

    private final String id;
    private final SiteFrame frame;
    private final Gnss gnss;
    private State state = State.SILENT;
    private int sequence;
    private Instant asked = Instant.MIN;
    private @Nullable Wgs84 place;

    private enum State {
        SILENT,
        ASKING,
        DONE
    }

    VehicleRadio(SiteFrame frame, SplittableRandom random) {
        this.frame = frame;
        id = HexFormat.of().withUpperCase().toHexDigits(random.nextInt(), 8);
        gnss = new Gnss(random);
    }

    /** What it says of itself, each {@link #REPORT_SECONDS}. */
    SelfReport report(Course course) {
        Pose pose = gnss.fix(course.body().pose(), REPORT_SECONDS);
        Wgs84 here = frame.toWgs84(new Position(pose.east(), pose.north(), 0));
        place = here;
        return new SelfReport(
                id,
                course.body().type(),
                here,
                course.body().speed(),
                pose.heading(),
                gnss.sigma(),
                course.body().size());
    }

    /** What it asks for now, if it is time to. */
    Optional<PriorityRequest> request(Course course, Instant now) {
        return switch (state) {
            case SILENT -> {
                boolean asks = course.body().type() == RoadUserType.BUS && course.ahead() > 0 && course.ahead() <= NEAR;
                yield asks ? ask(course, now, Action.REQUEST, State.ASKING) : Optional.empty();
            }
            case ASKING -> {
                if (course.ahead() <= 0) {
                    yield ask(course, now, Action.CANCEL, State.DONE);
                }
                // A clock that was set back does not silence it.
                boolean due = Duration.between(asked, now).abs().compareTo(REPEAT) >= 0;
                yield due ? ask(course, now, Action.UPDATE, State.ASKING) : Optional.empty();
            }
            case DONE -> Optional.empty();
        };
    }

    private Optional<PriorityRequest> ask(Course course, Instant now, Action action, State next) {
        state = next;
        asked = now;
        sequence = (sequence + 1) % SEQUENCES;
        double seconds =
                Math.max(0, course.ahead()) / Math.max(SLOWEST, course.body().speed());
        return Optional.of(new PriorityRequest(
                id,
                REQUEST,
                sequence,
                action,
                Layout.REGION,
                Layout.CROSSING,
                course.fromLane(),
                course.toLane(),
                now.plusMillis(Math.round(seconds * 1000)),
                null,
                Role.PUBLIC_TRANSPORT,
                LEVEL,
                place,
                course.body().speed()));
    }
}
