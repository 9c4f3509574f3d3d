package io.verge.app.signalpriority.internal;

import io.verge.api.signal.SignalController;
import io.verge.api.time.Stage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the signal controller, which may take a second to answer, on a stage of its own. What is wanted is asked for again and
 * again, so that a controller that forgets requests keeps it; what is given up is taken back until the controller has heard it
 * or has failed too often.
 */
final class ControllerDesk implements GreenDesk, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControllerDesk.class);
    /** Between two requests for the same group. */
    static final Duration RENEWAL = Duration.ofSeconds(2);
    /** So many failures in a row are an answer. */
    static final int TRIES = 3;

    private final Supplier<@Nullable SignalController> controller;
    private final Stage stage;
    private final LongAdder failures = new LongAdder();
    /** By signal group; touched by the app's thread. */
    private final Map<Integer, Call> calls = new HashMap<>();

    /** Touched by the stage. */
    private String complaint = "";

    /** What is asked for one group: written by the app's thread but where said otherwise. */
    private static final class Call {
        final int group;
        boolean wanted = true;
        Instant asked = Instant.MIN;
        /** Written by the stage. */
        volatile boolean answered = true;

        volatile boolean accepted;
        final AtomicInteger failures = new AtomicInteger();

        Call(int group) {
            this.group = group;
        }
    }

    ControllerDesk(Supplier<@Nullable SignalController> controller, Stage stage) {
        this.controller = controller;
        this.stage = stage;
    }

    @Override
    public void want(Set<Integer> groups, Instant now) {
        for (int group : groups) {
            calls.computeIfAbsent(group, Call::new);
        }
        calls.values().removeIf(call -> done(call, groups.contains(call.group)));
        for (Call call : calls.values()) {
            if (call.answered && due(call, now)) {
                call.answered = false;
                boolean wanted = call.wanted;
                call.asked = now;
                if (!stage.offer(() -> ask(call, wanted))) {
                    call.answered = true;
                }
            }
        }
    }

    /** Follows what is wanted; whether nothing is left to do for it. */
    private static boolean done(Call call, boolean wanted) {
        if (call.wanted != wanted && call.answered) {
            boolean neverAsked = call.asked.equals(Instant.MIN);
            call.wanted = wanted;
            call.asked = Instant.MIN;
            call.accepted = false;
            call.failures.set(0);
            return neverAsked;
        }
        return !call.wanted && call.answered && (call.accepted || call.failures.get() >= TRIES);
    }

    private static boolean due(Call call, Instant now) {
        return call.asked.equals(Instant.MIN)
                || Duration.between(call.asked, now).abs().compareTo(RENEWAL) >= 0;
    }

    private void ask(Call call, boolean wanted) {
        try {
            request(call.group, wanted);
            call.failures.set(0);
            call.accepted = true;
            complaint = "";
        } catch (IOException | RuntimeException e) {
            failures.increment();
            call.failures.incrementAndGet();
            complain(String.valueOf(e.getMessage()));
        } finally {
            call.answered = true;
        }
    }

    private void request(int group, boolean wanted) throws IOException {
        SignalController asked = controller.get();
        if (asked == null) {
            throw new IOException("there is no signal controller that can be asked for a green");
        }
        asked.request(group, wanted);
    }

    private void complain(String reason) {
        if (!reason.equals(complaint)) {
            complaint = reason;
            LOG.warn("a request for a green has failed: {}; it is counted from now on", reason);
        }
    }

    @Override
    public Outcome outcome(int group) {
        Call call = calls.get(group);
        if (call == null || !call.wanted) {
            return Outcome.PENDING;
        }
        if (call.failures.get() >= TRIES) {
            return Outcome.FAILED;
        }
        return call.accepted ? Outcome.ACCEPTED : Outcome.PENDING;
    }

    /** How many requests have failed. */
    long failures() {
        return failures.sum();
    }

    /** Takes everything back. */
    @Override
    public void close() {
        stage.close();
        calls.values().forEach(call -> ask(call, false));
        calls.clear();
    }
}
