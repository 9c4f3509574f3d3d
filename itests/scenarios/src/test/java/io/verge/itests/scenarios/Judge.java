package io.verge.itests.scenarios;

import io.verge.api.scene.RoadEvent;
import io.verge.driver.simulator.internal.world.Happening;
import io.verge.driver.simulator.internal.world.Incident;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Holds what was announced against what happened. */
final class Judge {
    /** So long after its end an incident may still be announced, milliseconds. */
    private static final long AFTER = 3_000;
    /** What has no road user in it is where it is announced, metres. */
    private static final double NEAR = 40;

    private Judge() {}

    /** The event that tells of an incident. */
    static RoadEvent.Kind kind(Incident incident) {
        return switch (incident) {
            case RED_LIGHT -> RoadEvent.Kind.RED_LIGHT_VIOLATION;
            case COLLISION_COURSE -> RoadEvent.Kind.COLLISION_RISK;
            case WRONG_WAY -> RoadEvent.Kind.WRONG_WAY;
            case BREAKDOWN -> RoadEvent.Kind.STOPPED_VEHICLE;
            case SPEEDER -> RoadEvent.Kind.OVERSPEED;
            case SLOW_VEHICLE -> RoadEvent.Kind.SLOW_VEHICLE;
            case JAYWALKER -> RoadEvent.Kind.PEDESTRIAN_ON_ROAD;
            case CONGESTION -> RoadEvent.Kind.CONGESTION;
            case DEBRIS -> RoadEvent.Kind.OBSTACLE;
        };
    }

    /**
     * How well the incidents of one kind were found.
     *
     * @param happenings of that kind that were over in time
     */
    static Score score(Incident incident, List<Happening> happenings, List<Alarm> alarms) {
        List<Happening> missed = new ArrayList<>();
        List<Double> delays = new ArrayList<>();
        List<Double> leads = new ArrayList<>();
        int count = 0;
        for (Happening happening : happenings) {
            if (happening.kind() != incident || !counts(happening)) {
                continue;
            }
            count++;
            OptionalLong first = first(happening, alarms);
            if (first.isEmpty()) {
                missed.add(happening);
            } else {
                delays.add((first.getAsLong() - happening.began()) / 1000.0);
                if (happening.conflict() != Happening.NEVER) {
                    leads.add((happening.conflict() - first.getAsLong()) / 1000.0);
                }
            }
        }
        return new Score(incident, count, missed, sorted(delays), sorted(leads));
    }

    /** What still lasts may yet be found; who came to run a red light and had to stop did not. */
    private static boolean counts(Happening happening) {
        boolean conflict = happening.kind() != Incident.RED_LIGHT || happening.conflict() != Happening.NEVER;
        return !happening.lasts() && conflict;
    }

    private static OptionalLong first(Happening happening, List<Alarm> alarms) {
        return alarms.stream()
                .filter(alarm -> tells(alarm, happening))
                .mapToLong(Alarm::millis)
                .min();
    }

    private static boolean tells(Alarm alarm, Happening happening) {
        return alarm.event().kind() == kind(happening.kind())
                && alarm.millis() >= happening.began()
                && alarm.millis() <= happening.ended() + AFTER
                && (happening.who().isEmpty() ? near(alarm, happening) : concerns(alarm, happening));
    }

    private static boolean concerns(Alarm alarm, Happening happening) {
        if (happening.kind() == Incident.COLLISION_COURSE) {
            return alarm.bodies().containsAll(happening.who());
        }
        return alarm.bodies().contains(happening.who().get(0));
    }

    private static boolean near(Alarm alarm, Happening happening) {
        double distance = Math.hypot(
                alarm.event().position().east() - happening.place().east(),
                alarm.event().position().north() - happening.place().north());
        return alarm.event().lanes().contains(happening.lane()) || distance < NEAR;
    }

    private static List<Double> sorted(List<Double> values) {
        return values.stream().sorted().toList();
    }
}
