package io.verge.driver.recording.internal;

import io.verge.api.device.DeviceStatus;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.status.Trouble;
import io.verge.api.time.Clock;
import io.verge.device.Counters;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How far a recording has been played, for those who ask. Written by the player's thread, read by any. */
final class Progress {
    private final Clock clock;
    private final Counters counters = new Counters();
    private final Counters.Counter badLines = counters.counter("badLines");

    /** Guarded by this. */
    private final SortedMap<String, String> facts = new TreeMap<>();

    private State state = State.STARTING;
    private Instant since;
    private @Nullable Trouble trouble;
    private @Nullable Instant lastFrame;

    Progress(Clock clock, String file) {
        this.clock = clock;
        since = clock.now();
        facts.put("file", file);
    }

    Counters.Counter counter(String name) {
        return counters.counter(name);
    }

    synchronized void opened(RecordingHeader header) {
        facts.put(
                "origin",
                String.format(
                        Locale.ROOT,
                        "%.7f, %.7f",
                        header.origin().latitude(),
                        header.origin().longitude()));
        facts.put("sensors", String.join(", ", header.sensors().keySet()));
    }

    synchronized void played(Instant at) {
        lastFrame = at;
        if (state != State.OK) {
            enter(State.OK, trouble);
        }
    }

    /** A line is passed over; the first such line stays in the status, for it often explains the others. */
    synchronized void badLine(String file, long line, String reason) {
        badLines.increment();
        String first = facts.computeIfAbsent("badLine", absent -> line + ": " + reason);
        trouble = new Trouble(
                "bad-lines",
                badLines.get() + " lines of " + file + " were passed over, first line " + first,
                "correct what writes the recording; what could be read is played");
    }

    synchronized void failed(String code, String cause, String remedy) {
        enter(State.FAILED, new Trouble(code, cause, remedy));
    }

    synchronized void finished() {
        enter(State.FINISHED, trouble);
    }

    synchronized void stopped() {
        enter(State.STOPPED, null);
    }

    private void enter(State next, @Nullable Trouble why) {
        state = next;
        since = clock.now();
        trouble = why;
    }

    synchronized DeviceStatus status() {
        return new DeviceStatus(
                new Status(state, since, trouble),
                lastFrame,
                counters.snapshot(),
                Collections.unmodifiableSortedMap(new TreeMap<>(facts)));
    }
}
