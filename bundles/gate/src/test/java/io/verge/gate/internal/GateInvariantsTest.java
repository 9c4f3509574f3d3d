package io.verge.gate.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.announcement.Announcement;
import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.announcement.SignalAnnouncement;
import io.verge.api.message.V2xFrame;
import io.verge.api.signal.SignalState;
import io.verge.api.time.ClockQuality;
import io.verge.api.time.ClockQuality.Source;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Whatever is offered, and whenever: what goes out is fresh, free of conflicts, in its area and within its rate. */
class GateInvariantsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int OCTETS = 20_000;

    /**
     * Something happens.
     *
     * @param pause before, ms
     * @param clockError ms; negative when it is not known
     * @param age of what is announced, ms
     * @param work from its scene to the gate, ms
     * @param greens which of the groups 1 to 3 are green, as bits
     * @param east of an event, metres
     * @param octets of its one to three messages
     */
    record Step(
            Announcement.Kind kind, int pause, int clockError, int age, int work, int greens, int east, int octets) {}

    @Provide
    Arbitrary<List<Step>> life() {
        Arbitrary<Announcement.Kind> kind = Arbitraries.of(
                Announcement.Kind.SIGNAL,
                Announcement.Kind.SIGNAL,
                Announcement.Kind.ROAD_USERS,
                Announcement.Kind.MAP,
                Announcement.Kind.EVENT,
                Announcement.Kind.ADVICE);
        Arbitrary<Integer> clockError = Arbitraries.integers().between(-1, 60);
        Arbitrary<Integer> greens = Arbitraries.frequency(
                Tuple.of(8, 0), Tuple.of(8, 1), Tuple.of(8, 2), Tuple.of(8, 5), Tuple.of(1, 3), Tuple.of(1, 7));
        return Combinators.combine(
                        kind,
                        mostly(between(0, 10), between(0, 150)),
                        clockError,
                        mostly(between(-60, 110), between(-100, 1100)),
                        mostly(between(0, 3), between(0, 120)),
                        greens,
                        between(-2200, 2200),
                        between(1, 4000))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(120);
    }

    private static Arbitrary<Integer> mostly(Arbitrary<Integer> these, Arbitrary<Integer> those) {
        return Arbitraries.frequencyOf(Tuple.of(4, these), Tuple.of(1, those));
    }

    private static Arbitrary<Integer> between(int least, int most) {
        return Arbitraries.integers().between(least, most).withDistribution(RandomDistribution.uniform());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void holdForAllThatIsSent(@ForAll("life") List<Step> life) {
        Watch watch = new Watch();
        life.forEach(watch::live);
        watch.judge();
    }

    /** Looks at the air with a mind of its own. */
    private static final class Watch {
        private final Roadside road = new Roadside(Map.of("octets", OCTETS));
        private final Map<Announcement.Kind, Deque<Long>> sentAt = new EnumMap<>(Announcement.Kind.class);
        private final List<long[]> octets = new ArrayList<>();
        private long lastConflict = -10 * SECOND;
        private long offered;

        void live(Step step) {
            road.after(step.pause());
            road.clock.quality(
                    new ClockQuality(Source.NTP, step.clockError() < 0 ? null : Duration.ofMillis(step.clockError())));
            Announcement cause = announcement(step);
            road.after(step.work());
            if (cause instanceof SignalAnnouncement signals && conflict(signals)) {
                lastConflict = road.clock.nanoTime();
            }
            V2xFrame[] frames = new V2xFrame[1 + step.octets() % 3];
            Arrays.setAll(frames, i -> Roadside.frame(cause, step.octets() / frames.length));
            offered += frames.length;
            int before = road.air.size();
            road.offer(cause, frames);
            List<V2xFrame> sent = road.air.subList(before, road.air.size());
            if (!sent.isEmpty()) {
                passed(cause, sent);
            }
        }

        private Announcement announcement(Step step) {
            return switch (step.kind()) {
                case SIGNAL -> road.signals(step.age(), states(step.greens()));
                case ROAD_USERS -> road.roadUsers(step.age());
                case MAP -> road.map(step.age());
                case EVENT -> road.event(step.age(), EventAnnouncement.Phase.UPDATE, step.east(), 50);
                case ADVICE, SIGN, CORRECTIONS, PRIORITY -> road.advice(step.age());
            };
        }

        private SignalState[] states(int greens) {
            SignalState[] states = new SignalState[3];
            Arrays.setAll(states, i -> (greens & (1 << i)) != 0 ? road.green(i + 1) : road.yellow(i + 1));
            return states;
        }

        /** Groups 1 and 2, or 2 and 3. */
        private static boolean conflict(SignalAnnouncement signals) {
            List<SignalState> states = signals.states();
            return states.get(1).phase().green()
                    && (states.get(0).phase().green() || states.get(2).phase().green());
        }

        private void passed(Announcement cause, List<V2xFrame> sent) {
            long now = road.clock.nanoTime();
            long age = Duration.between(cause.time(), road.clock.now()).toMillis();
            long inBox = (now - cause.stamps().fused()) / 1_000_000;
            boolean exact = road.clock.quality().within(Duration.ofMillis(50));
            assertThat(age).isGreaterThanOrEqualTo(-50);
            switch (cause.kind()) {
                case SIGNAL -> {
                    assertThat(age).isLessThanOrEqualTo(500);
                    assertThat(inBox).isLessThanOrEqualTo(100);
                    assertThat(exact).isTrue();
                    assertThat(now - lastConflict).isGreaterThanOrEqualTo(SECOND);
                }
                case ROAD_USERS -> {
                    assertThat(age).isLessThanOrEqualTo(100);
                    assertThat(inBox).isLessThanOrEqualTo(100);
                    assertThat(exact).isTrue();
                }
                case EVENT -> {
                    assertThat(age).isLessThanOrEqualTo(1000);
                    assertThat(inBox).isLessThanOrEqualTo(100);
                    assertThat(Math.abs(((EventAnnouncement) cause)
                                    .event()
                                    .position()
                                    .east()))
                            .isLessThanOrEqualTo(1950);
                }
                case ADVICE -> {
                    assertThat(age).isLessThanOrEqualTo(1000);
                    assertThat(exact).isTrue();
                    assertThat(now - lastConflict).isGreaterThanOrEqualTo(SECOND);
                }
                case MAP, SIGN, CORRECTIONS, PRIORITY -> assertThat(age).isLessThanOrEqualTo(1000);
            }
            sentAt.computeIfAbsent(cause.kind(), kind -> new ArrayDeque<>()).addLast(now);
            sent.forEach(frame -> octets.add(new long[] {now, frame.size()}));
        }

        void judge() {
            assertThat(mostInASecond(Announcement.Kind.SIGNAL)).isLessThanOrEqualTo(12 + 3);
            assertThat(mostInASecond(Announcement.Kind.ROAD_USERS)).isLessThanOrEqualTo(12 + 3);
            assertThat(mostInASecond(Announcement.Kind.MAP)).isLessThanOrEqualTo(2 + 2);
            assertThat(mostOctetsInASecond()).isLessThanOrEqualTo(OCTETS + OCTETS / 4);
            long counted = road.gate.reports().stream()
                    .mapToLong(report -> report.sent()
                            + report.stopped().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum())
                    .sum();
            assertThat(counted).isEqualTo(offered);
        }

        private long mostInASecond(Announcement.Kind kind) {
            List<Long> times = new ArrayList<>(sentAt.getOrDefault(kind, new ArrayDeque<>()));
            long most = 0;
            for (long end : times) {
                most = Math.max(
                        most,
                        times.stream()
                                .filter(time -> time <= end && time > end - SECOND)
                                .count());
            }
            return most;
        }

        private long mostOctetsInASecond() {
            long most = 0;
            for (long[] end : octets) {
                most = Math.max(
                        most,
                        octets.stream()
                                .filter(one -> one[0] <= end[0] && one[0] > end[0] - SECOND)
                                .mapToLong(one -> one[1])
                                .sum());
            }
            return most;
        }
    }
}
