package io.verge.itests.scenarios;

import io.verge.api.announcement.Announcement;
import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.app.App;
import io.verge.api.geo.Position;
import io.verge.api.scene.RoadUser;
import io.verge.driver.simulator.internal.world.Body;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Shows pictures to apps, and writes down what they announce and about whom. */
final class Watch {
    /** A road user of a scene is the body that is nearest, not farther than this, metres. */
    private static final double SAME = 4;

    private final List<App> apps;
    private final List<Alarm> alarms = new ArrayList<>();
    private final Map<String, Map<Announcement.Kind, Integer>> counts = new TreeMap<>();
    private final Map<String, Long> nanos = new TreeMap<>();
    private long scenes;

    Watch(List<App> apps) {
        this.apps = List.copyOf(apps);
    }

    void show(Picture picture) {
        scenes++;
        for (App app : apps) {
            long begin = System.nanoTime();
            app.onScene(picture.scene(), announcement -> hear(app.name(), announcement, picture));
            nanos.merge(app.name(), System.nanoTime() - begin, Long::sum);
        }
    }

    private void hear(String app, Announcement announcement, Picture picture) {
        counts.computeIfAbsent(app, name -> new EnumMap<>(Announcement.Kind.class))
                .merge(announcement.kind(), 1, Integer::sum);
        if (announcement instanceof EventAnnouncement said && said.phase() != EventAnnouncement.Phase.CANCEL) {
            boolean begins = said.phase() == EventAnnouncement.Phase.NEW;
            alarms.add(new Alarm(app, picture.millis(), begins, said.event(), bodies(said, picture)));
        }
    }

    private static Set<Integer> bodies(EventAnnouncement said, Picture picture) {
        Set<Integer> bodies = new HashSet<>();
        for (RoadUser user : picture.scene().roadUsers()) {
            if (said.event().roadUsers().contains(user.id())) {
                nearest(user.motion().position(), picture.bodies(), bodies);
            }
        }
        return bodies;
    }

    private static void nearest(Position at, List<Body> bodies, Set<Integer> into) {
        double nearest = SAME;
        int id = 0;
        for (Body body : bodies) {
            double distance =
                    Math.hypot(body.pose().east() - at.east(), body.pose().north() - at.north());
            if (distance < nearest) {
                nearest = distance;
                id = body.id();
            }
        }
        if (id != 0) {
            into.add(id);
        }
    }

    List<Alarm> alarms() {
        return alarms;
    }

    /** What each app announced, and its time a scene. */
    String counts() {
        StringBuilder text = new StringBuilder();
        counts.forEach((app, kinds) -> text.append(String.format(
                "%-20s %s, %.0f µs a scene%n", app, kinds, nanos.getOrDefault(app, 0L) / 1e3 / Math.max(1, scenes))));
        return text.toString();
    }
}
