package io.verge.app.signalpriority.internal;

import io.verge.api.announcement.PriorityAnnouncement;
import io.verge.api.announcement.PriorityAnnouncement.Answer;
import io.verge.api.message.MessageKind;
import io.verge.api.observation.PriorityRequest;
import io.verge.api.observation.ReceivedMessage;
import io.verge.api.scene.Scene;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.time.ClockQuality;
import io.verge.api.time.Stamps;
import io.verge.testkit.Crossing;
import io.verge.testkit.DirectStages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The app at the crossing of the test kit, where the groups 2 (lane 12) and 4 (lane 22) exclude each other. */
final class Junction {
    static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final ClockQuality EXACT = new ClockQuality(ClockQuality.Source.RECORDING, Duration.ZERO);

    final SignalPriorityApp app;
    final TestController controller = new TestController();
    final List<PriorityAnnouncement> said = new ArrayList<>();
    private final Map<Integer, SignalPhase> lamps = new HashMap<>();
    Instant now = START;

    @SignalPriorityConfig(id = "signal-priority", acceptUnsigned = true)
    private static final class Open {}

    Junction() {
        this(Open.class);
    }

    /** With the configuration that a class is annotated with. */
    Junction(Class<?> configured) {
        SignalPriorityConfig config = Objects.requireNonNull(configured.getAnnotation(SignalPriorityConfig.class));
        app = new SignalPriorityApp(config, Crossing.site(Crossing.map()), new DirectStages());
        app.controller = controller;
    }

    /** A bus on lane 12, straight on, in so many seconds. */
    Asking bus(String requester, double seconds) {
        return new Asking(requester, 12, 35, PriorityRequest.Role.PUBLIC_TRANSPORT, seconds);
    }

    /** A bus on lane 22, across the way of the other. */
    Asking crossBus(String requester, double seconds) {
        return new Asking(requester, 22, 45, PriorityRequest.Role.PUBLIC_TRANSPORT, seconds);
    }

    Asking crossAmbulance(String requester, double seconds) {
        return new Asking(requester, 22, 45, PriorityRequest.Role.AMBULANCE, seconds);
    }

    /** A request that is filled in and sent. */
    final class Asking {
        private final String requester;
        private final @Nullable Instant arrival;
        private final PriorityRequest.Role role;
        private @Nullable Integer from;
        private @Nullable Integer to;
        private int number = 1;
        private int sequence = 1;
        private int region = 420;
        private int crossing = 184;
        private int level = 5;
        private PriorityRequest.Action action = PriorityRequest.Action.REQUEST;

        private Asking(String requester, int from, int to, PriorityRequest.Role role, double seconds) {
            this.requester = requester;
            this.from = from;
            this.to = to;
            this.role = role;
            arrival = Double.isNaN(seconds) ? null : now.plusMillis((long) (seconds * 1000));
        }

        Asking lanes(@Nullable Integer ingress, @Nullable Integer egress) {
            from = ingress;
            to = egress;
            return this;
        }

        Asking number(int request) {
            number = request;
            return this;
        }

        Asking sequence(int count) {
            sequence = count;
            return this;
        }

        Asking at(int otherRegion, int otherCrossing) {
            region = otherRegion;
            crossing = otherCrossing;
            return this;
        }

        Asking level(int importance) {
            level = importance;
            return this;
        }

        Asking action(PriorityRequest.Action what) {
            action = what;
            return this;
        }

        void send() {
            Junction.this.send(new PriorityRequest(
                    requester,
                    number,
                    sequence,
                    action,
                    region,
                    crossing,
                    from,
                    to,
                    arrival,
                    null,
                    role,
                    level,
                    null,
                    Double.NaN));
        }
    }

    void send(PriorityRequest request) {
        app.observed(new ReceivedMessage("rsu", now, Stamps.NONE, MessageKind.SRM, request));
    }

    void cancel(String requester, int sequence) {
        bus(requester, 0)
                .action(PriorityRequest.Action.CANCEL)
                .sequence(sequence)
                .send();
    }

    Junction lamp(int group, SignalPhase phase) {
        lamps.put(group, phase);
        return this;
    }

    Junction green(int group) {
        return lamp(group, SignalPhase.PROTECTED_MOVEMENT);
    }

    Junction red(int group) {
        return lamp(group, SignalPhase.STOP_AND_REMAIN);
    }

    /** A scene, and time goes on by a tenth of a second. */
    Junction scene() {
        return scene(now);
    }

    /** With lamps that were seen at another time. */
    Junction scene(Instant observed) {
        Map<Integer, SignalState> signals = new HashMap<>();
        lamps.forEach((group, phase) -> signals.put(group, new SignalState(group, phase, null, observed)));
        app.onScene(
                new Scene(now, EXACT, List.of(), signals, Set.of(), List.of(), Stamps.NONE),
                announcement -> said.add((PriorityAnnouncement) announcement));
        now = now.plusMillis(100);
        return this;
    }

    Junction seconds(double seconds) {
        for (int i = 0; i < Math.round(seconds * 10); i++) {
            scene();
        }
        return this;
    }

    /** What the newest announcement says of a requester; null when it is not in it, or there was none. */
    @Nullable
    Answer answer(String requester) {
        if (said.isEmpty()) {
            return null;
        }
        return said.get(said.size() - 1).statuses().stream()
                .filter(status -> status.request().requester().equals(requester))
                .map(PriorityAnnouncement.Status::answer)
                .findFirst()
                .orElse(null);
    }

    /** What is announced of a requester from here on, within so many seconds; null when it is forgotten. */
    @Nullable
    Answer answerWithin(double seconds, String requester) {
        said.clear();
        seconds(seconds);
        return answer(requester);
    }

    long count(String counter) {
        return app.counters().getOrDefault(counter, 0L);
    }
}
