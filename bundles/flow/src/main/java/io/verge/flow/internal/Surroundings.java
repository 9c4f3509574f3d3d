package io.verge.flow.internal;

import io.verge.api.app.Need;
import io.verge.api.observation.CorrectionsReceived;
import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.Observation;
import io.verge.api.observation.SignalFrame;
import io.verge.api.site.Site;
import io.verge.api.site.SiteMap;
import io.verge.api.status.Trouble;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the box has of what apps need: written by whoever learns of it, read by the apps' threads. */
final class Surroundings {
    private static final String SEE = ", or see `verge devices` for what it waits for";

    private volatile @Nullable Site site;
    private volatile boolean roadUsersSeen;
    private volatile boolean signalsSeen;
    private volatile boolean correctionsSeen;
    private volatile int radios;
    private volatile int controllers;

    void site(@Nullable Site here) {
        site = here;
    }

    @Nullable
    Site site() {
        return site;
    }

    /** How many there are now. */
    void radios(int count) {
        radios = count;
    }

    /** How many there are now that can be asked for a green. */
    void controllers(int count) {
        controllers = count;
    }

    void observed(Observation observation) {
        if (observation instanceof DetectionFrame) {
            roadUsersSeen = true;
        } else if (observation instanceof SignalFrame) {
            signalsSeen = true;
        } else if (observation instanceof CorrectionsReceived) {
            correctionsSeen = true;
        }
    }

    /** What there is to say when the box does not have it; null when it does. */
    @Nullable
    Trouble missing(Need need) {
        return switch (need) {
            case ROAD_USERS ->
                unless(
                        roadUsersSeen,
                        "no-road-users",
                        "a sensor that detects road users, and none has spoken yet",
                        "add a radar or camera to the profile" + SEE);
            case SIGNALS ->
                unless(
                        signalsSeen,
                        "no-signals",
                        "a signal controller, and none has spoken yet",
                        "add the controller to the profile" + SEE);
            case MAP, CROSSWALKS, SIGNAL_GROUPS -> missingOfMap(need);
            case RADIO -> unless(radios > 0, "no-radio", "a radio, and there is none", "add the radio to the profile");
            case SIGNAL_CONTROL ->
                unless(
                        controllers > 0,
                        "no-signal-control",
                        "a signal controller that can be asked for a green, and there is none",
                        "use a driver that can ask its controller: most only listen");
            case CORRECTIONS ->
                unless(
                        correctionsSeen,
                        "no-corrections",
                        "a source of corrections, and none has spoken yet",
                        "add the caster or receiver to the profile" + SEE);
        };
    }

    private @Nullable Trouble missingOfMap(Need need) {
        String add = "add them to the map file, see `verge map check`";
        return switch (need) {
            case CROSSWALKS ->
                unless(
                        has(map -> !map.crosswalks().isEmpty()),
                        "no-crosswalks",
                        "a map with crosswalks, and the site has none",
                        add);
            case SIGNAL_GROUPS ->
                unless(
                        has(Surroundings::signalled),
                        "no-signal-groups",
                        "a map with signal groups, and the site has none",
                        add);
            default ->
                unless(
                        has(map -> true),
                        "no-map",
                        "a map of the crossing, and the site has none",
                        "name a map file under `map:` in the profile");
        };
    }

    private boolean has(Predicate<SiteMap> what) {
        Site here = site;
        return here != null && here.map().filter(what).isPresent();
    }

    private static boolean signalled(SiteMap map) {
        return map.crosswalks().stream().anyMatch(crosswalk -> crosswalk.signalGroup() != null)
                || map.lanes().stream()
                        .flatMap(lane -> lane.connections().stream())
                        .anyMatch(connection -> connection.signalGroup() != null);
    }

    private static @Nullable Trouble unless(boolean there, String code, String needed, String remedy) {
        return there ? null : new Trouble(code, "it needs " + needed, remedy);
    }
}
