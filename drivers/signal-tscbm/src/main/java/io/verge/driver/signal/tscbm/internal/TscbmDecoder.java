package io.verge.driver.signal.tscbm.internal;

import io.verge.api.observation.Observation;
import io.verge.api.observation.SignalFrame;
import io.verge.api.signal.SignalMode;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.signal.SignalTiming;
import io.verge.device.Arrival;
import io.verge.device.Counters;
import io.verge.device.Decoder;
import io.verge.device.SignalGroups;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A packet to what all signal groups show. Pure. States are those of the packet's arrival: a controller's own clock often
 * drifts, and the packet tells only how long it is until something changes.
 */
final class TscbmDecoder implements Decoder {
    private static final int TENTH = 100;
    /** A sequence number so little behind the last one is a packet that was overtaken on its way. */
    private static final int OVERTAKEN = 4;

    private static final int SEQUENCES = 256;
    /** By the bit of the intersection's status. */
    private static final List<SignalMode> MODES = List.of(
            SignalMode.MANUAL,
            SignalMode.STOP_TIME,
            SignalMode.FAULT_FLASH,
            SignalMode.PREEMPTION,
            SignalMode.PRIORITY,
            SignalMode.COORDINATED,
            SignalMode.TRANSITION,
            SignalMode.PROGRAMMED_FLASH);

    private final String device;
    private final List<SignalGroups.Source> sources;
    private final int maxClockOffset;
    private final Counters.Counter badLength;
    private final Counters.Counter badStart;
    private final Counters.Counter badBlocks;
    private final Counters.Counter conflicts;
    private final Counters.Counter gaps;
    private final Counters.Counter overtaken;
    private final Counters.Counter clockOff;

    /** Valid for a connection. */
    private @Nullable Integer lastSequence;

    private boolean overtakenBefore;

    private volatile @Nullable Said said;

    /** What a packet says of the controller itself. */
    private record Said(int length, int version, int plan, ControllerClock clock) {}

    /**
     * @param sources the signal groups, in ascending order
     * @param maxClockOffset ms
     */
    TscbmDecoder(String device, List<SignalGroups.Source> sources, int maxClockOffset, Counters counters) {
        this.device = device;
        this.sources = List.copyOf(sources);
        this.maxClockOffset = maxClockOffset;
        badLength = counters.counter("badLength");
        badStart = counters.counter("badStart");
        badBlocks = counters.counter("badBlocks");
        conflicts = counters.counter("conflicts");
        gaps = counters.counter("gaps");
        overtaken = counters.counter("overtaken");
        clockOff = counters.counter("clockOff");
    }

    @Override
    public void reset() {
        lastSequence = null;
        overtakenBefore = false;
    }

    @Override
    public void decode(ByteBuffer octets, Arrival arrival, Consumer<? super Observation> out) {
        Packet packet = new Packet(octets);
        if (isGood(packet) && isNew(packet.sequence())) {
            listen(packet, arrival.time());
            out.accept(new SignalFrame(
                    device, arrival.time(), arrival.stamps(), modes(packet), states(packet, arrival.time())));
        }
    }

    private boolean isGood(Packet packet) {
        switch (packet.check()) {
            case LENGTH -> badLength.increment();
            case START -> badStart.increment();
            case BLOCKS -> badBlocks.increment();
            case NONE -> {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether this is not an older packet than the last. What seems to be one for the second time in a row is not: then the
     * controller was started again.
     */
    private boolean isNew(int sequence) {
        if (lastSequence != null) {
            int step = Math.floorMod(sequence - lastSequence, SEQUENCES);
            if (step >= SEQUENCES - OVERTAKEN && !overtakenBefore) {
                overtakenBefore = true;
                overtaken.increment();
                return false;
            }
            if (step > 1 && step < SEQUENCES / 2) {
                gaps.add(step - 1);
            }
        }
        overtakenBefore = false;
        lastSequence = sequence;
        return true;
    }

    private void listen(Packet packet, Instant arrival) {
        ControllerClock clock = ControllerClock.of(packet, arrival);
        if (!clock.known() || Math.abs(clock.offset()) > maxClockOffset) {
            clockOff.increment();
        }
        said = new Said(packet.length(), packet.version(), packet.plan(), clock);
    }

    private static Set<SignalMode> modes(Packet packet) {
        Set<SignalMode> modes = EnumSet.noneOf(SignalMode.class);
        for (int bit = 0; bit < MODES.size(); bit++) {
            if ((packet.status() >> bit & 1) != 0) {
                modes.add(MODES.get(bit));
            }
        }
        return modes;
    }

    private List<SignalState> states(Packet packet, Instant now) {
        List<SignalState> states = new ArrayList<>(sources.size());
        for (SignalGroups.Source source : sources) {
            SignalPhase shown = Lamps.of(source.head()).shown(source.head(), packet, source.number());
            if (shown == SignalPhase.UNAVAILABLE) {
                conflicts.increment();
            }
            boolean timed = shown != SignalPhase.UNAVAILABLE && shown != SignalPhase.DARK;
            states.add(new SignalState(source.group(), shown, timed ? timing(packet, source, now) : null, now));
        }
        return states;
    }

    /**
     * A least time of 0 is a change that may come at any moment, as of a green that rests; a greatest time of 0, or less than
     * the least one, says nothing.
     */
    private static @Nullable SignalTiming timing(Packet packet, SignalGroups.Source source, Instant now) {
        int least = packet.ofBlock(source.number(), Lamps.of(source.head()).times());
        int greatest = packet.ofBlock(source.number(), Lamps.of(source.head()).times() + 2);
        if (least == Packet.UNKNOWN) {
            return null;
        }
        boolean bounded = greatest != Packet.UNKNOWN && greatest != 0 && greatest >= least;
        return SignalTiming.between(
                now.plusMillis((long) least * TENTH), bounded ? now.plusMillis((long) greatest * TENTH) : null);
    }

    /** What the controller says of itself; any thread. */
    Map<String, String> facts() {
        Said last = said;
        if (last == null) {
            return Map.of();
        }
        Map<String, String> facts = new TreeMap<>();
        facts.put("controllerTime", last.clock().toString());
        if (last.clock().known()) {
            facts.put("clockOffset", last.clock().offset() + " ms");
        }
        facts.put("form", last.length() + " octets, version " + last.version());
        facts.put("plan", Integer.toString(last.plan()));
        return facts;
    }
}
