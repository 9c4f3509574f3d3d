package io.verge.driver.signal.ntcip1202.internal;

import io.verge.api.observation.Observation;
import io.verge.api.observation.SignalFrame;
import io.verge.api.signal.SignalMode;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.device.Arrival;
import io.verge.device.Counters;
import io.verge.device.Decoder;
import io.verge.device.SignalGroups.Source;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The values of all objects, and the flash status, to what all signal groups show. Pure. While the crossing flashes, its phases say
 * nothing of its lamps. When a signal changes between two answers of one look it seems
 * to show two lamps, or none: once in a row it is then taken to show what it showed before.
 */
final class StatusDecoder implements Decoder {
    private final String device;
    private final List<Source> sources;
    private final StatusObjects objects;
    private final Counters.Counter badLength;
    private final Counters.Counter conflicts;
    private final Counters.Counter torn;

    /** Valid for a connection: by source, what it last showed with one lamp on, and whether that has been used since. */
    private final SignalPhase[] last;

    private final boolean[] used;

    /**
     * @param sources the signal groups, in ascending order
     */
    StatusDecoder(String device, List<Source> sources, Counters counters) {
        this.device = device;
        this.sources = List.copyOf(sources);
        objects = new StatusObjects(sources);
        badLength = counters.counter("badLength");
        conflicts = counters.counter("conflicts");
        torn = counters.counter("torn");
        last = new SignalPhase[sources.size()];
        used = new boolean[sources.size()];
        reset();
    }

    @Override
    public void reset() {
        Arrays.fill(last, SignalPhase.UNAVAILABLE);
        Arrays.fill(used, true);
    }

    @Override
    public void decode(ByteBuffer octets, Arrival arrival, Consumer<? super Observation> out) {
        if (octets.remaining() != objects.oids().size() + 1) {
            badLength.increment();
            return;
        }
        int[] values = new int[objects.oids().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = octets.get() & 0xFF;
        }
        Set<SignalMode> modes = FlashStatus.modes(octets.get() & 0xFF);
        List<SignalState> states = new ArrayList<>(sources.size());
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            SignalPhase shown = modes.isEmpty() ? whole(i, objects.shown(source, values)) : SignalPhase.UNAVAILABLE;
            states.add(new SignalState(source.group(), shown, null, arrival.time()));
        }
        out.accept(new SignalFrame(device, arrival.time(), arrival.stamps(), modes, states));
    }

    private SignalPhase whole(int source, SignalPhase shown) {
        if (shown != SignalPhase.UNAVAILABLE && shown != SignalPhase.DARK) {
            last[source] = shown;
            used[source] = false;
            return shown;
        }
        if (!used[source]) {
            used[source] = true;
            torn.increment();
            return last[source];
        }
        if (shown == SignalPhase.UNAVAILABLE) {
            conflicts.increment();
        }
        return shown;
    }
}
