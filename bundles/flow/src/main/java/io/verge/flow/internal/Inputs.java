package io.verge.flow.internal;

import io.verge.api.air.Radio;
import io.verge.api.app.Need;
import io.verge.api.observation.CorrectionsReceived;
import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.Observation;
import io.verge.api.observation.ReceivedMessage;
import io.verge.api.observation.SignalFrame;
import io.verge.api.signal.SignalController;
import io.verge.api.site.Site;
import io.verge.api.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What there is here that apps need: the map, devices, who has spoken. What only devices can give may still come for a while after
 * the start, or after the last device was added; then the site does not have it. Safe for use by several threads.
 */
final class Inputs {
    /** A device that has not spoken for so long after it was added will not do so by waiting alone. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String DEVICES = ", or see `verge devices` for what it waits for";

    private final Clock clock;
    /** The interfaces of each device, by what names it. */
    private final Map<Object, List<String>> devices = new ConcurrentHashMap<>();
    /** On the monotonic clock. */
    private volatile long waitingSince;

    private volatile @Nullable Ground ground;
    private volatile boolean roadUsers;
    private volatile boolean signals;
    private volatile boolean messages;
    private volatile boolean corrections;

    Inputs(Clock clock) {
        this.clock = clock;
        waitingSince = clock.nanoTime();
    }

    /** Null when there is none. */
    void site(@Nullable Site site) {
        ground = site == null ? null : Ground.of(site);
    }

    /** @param interfaces under which it is registered, by name */
    void add(Object device, List<String> interfaces) {
        devices.put(device, interfaces);
        waitingSince = clock.nanoTime();
    }

    void remove(Object device) {
        devices.remove(device);
    }

    void observed(Observation observation) {
        if (observation instanceof DetectionFrame) {
            roadUsers = true;
        } else if (observation instanceof SignalFrame) {
            signals = true;
        } else if (observation instanceof ReceivedMessage) {
            messages = true;
        } else if (observation instanceof CorrectionsReceived) {
            corrections = true;
        }
    }

    /** All that is lacking of what is needed; null when nothing is. */
    @Nullable
    Lack lacking(Set<Need> needs) {
        Set<Lack> lacks = null;
        for (Need need : needs) {
            Lack lack = lacking(need);
            if (lack != null) {
                lacks = lacks == null ? new LinkedHashSet<>() : lacks;
                lacks.add(lack);
            }
        }
        return lacks == null ? null : Lack.all(lacks);
    }

    private @Nullable Lack lacking(Need need) {
        return switch (need) {
            case MAP, CROSSWALKS, SIGNAL_GROUPS -> lackingOfMap(need, ground);
            case ROAD_USERS ->
                roadUsers
                        ? null
                        : silent(
                                "no-road-users",
                                "a sensor that detects road users",
                                "radar or camera",
                                "add a radar or camera to the profile");
            case SIGNALS ->
                signals
                        ? null
                        : silent(
                                "no-signals",
                                "a signal controller",
                                "signal controller",
                                "add the controller to the profile");
            case CORRECTIONS ->
                corrections
                        ? null
                        : silent(
                                "no-corrections",
                                "a source of corrections for satellite navigation",
                                "such source",
                                "add a caster or a reference receiver to the profile");
            case RADIO ->
                messages || has(Radio.class)
                        ? null
                        : absent("no-radio", "a radio, to hear road users", "add a radio to the profile");
            case SIGNAL_CONTROL ->
                has(SignalController.class)
                        ? null
                        : absent(
                                "no-signal-control",
                                "a signal controller that can be asked for a green",
                                "add such a controller to the profile");
        };
    }

    private @Nullable Lack lackingOfMap(Need need, @Nullable Ground here) {
        if (here == null || !here.mapped()) {
            return Lack.of(
                    here == null && patient(),
                    "no-map",
                    "it needs a map of the crossing, and the site has none",
                    "name a map file under `map:` in the profile");
        }
        if (need == Need.CROSSWALKS && !here.crosswalks()) {
            return Lack.of(
                    false,
                    "no-crosswalks",
                    "it needs crosswalks, and the map has none",
                    "add the crosswalks to the map; without any here, take the app out of the profile");
        }
        if (need == Need.SIGNAL_GROUPS && !here.signalGroups()) {
            return Lack.of(
                    false,
                    "no-signal-groups",
                    "it needs signal groups, and no lane or crosswalk of the map has one",
                    "add the signal groups to the map; without signals here, take the app out of the profile");
        }
        return null;
    }

    /** What is needed has to speak, and none has. */
    private Lack silent(String code, String what, String kind, String remedy) {
        String yet = patient() ? "none has spoken yet" : "no " + kind + " has spoken since the start";
        String cause = "it needs " + what + ", and " + (devices.isEmpty() ? "no device is configured" : yet);
        return Lack.of(patient(), code, cause, remedy + DEVICES);
    }

    /** What is needed has only to be there, and is not. */
    private Lack absent(String code, String what, String remedy) {
        return Lack.of(patient(), code, "it needs " + what + ", and there is none", remedy + DEVICES);
    }

    private boolean patient() {
        return clock.nanoTime() - waitingSince < PATIENCE.toNanos();
    }

    private boolean has(Class<?> kind) {
        return devices.values().stream().anyMatch(interfaces -> interfaces.contains(kind.getName()));
    }
}
