package io.verge.driver.cabinet.gpio.internal;

import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import io.verge.api.time.Clock;
import io.verge.device.Connection;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The pins as something that is read: each read waits one period and looks once at all inputs. It also moves the watchdog's
 * output, so that the watchdog stands still when the device's thread does. Closing switches all outputs off.
 */
final class BoardConnection implements Connection {
    private final Context context;
    private final Clock clock;
    private final Duration poll;
    private final List<DigitalInput> inputs = new ArrayList<>();
    private final List<Pulse> pulses = new ArrayList<>();
    /** A pin must not be read while it is closed: the native library does not check. */
    private final Object lock = new Object();

    private boolean closed;

    private BoardConnection(Context context, Wiring wiring, Clock clock) {
        this.context = context;
        this.clock = clock;
        poll = wiring.poll();
        wiring.contacts().forEach(contact -> inputs.add(input(contact, wiring.pull())));
        wiring.relays().forEach(this::output);
        wiring.watchdog()
                .ifPresent(relay -> pulses.add(new Pulse(output(relay), wiring.watchdogPeriod(), clock.nanoTime())));
    }

    static BoardConnection open(Board board, Wiring wiring, Clock clock) throws IOException {
        Context context;
        try {
            context = board.open();
        } catch (Pi4JException | IllegalStateException | LinkageError e) {
            throw new IOException("the board's pins cannot be reached: " + e, e);
        }
        try {
            return new BoardConnection(context, wiring, clock);
        } catch (RuntimeException | LinkageError e) {
            context.shutdown();
            throw new IOException("a pin does not open: " + e, e);
        }
    }

    private DigitalInput input(Contact contact, String pull) {
        PullResistance resistor =
                switch (pull) {
                    case "up" -> PullResistance.PULL_UP;
                    case "down" -> PullResistance.PULL_DOWN;
                    default -> PullResistance.OFF;
                };
        return context.din()
                .create(DigitalInput.newConfigBuilder(context)
                        .id(contact.name())
                        .name(contact.name())
                        .address(contact.pin())
                        .pull(resistor)
                        // The driver debounces by its own clock.
                        .debounce(0L)
                        .build());
    }

    private DigitalOutput output(Relay relay) {
        return context.dout()
                .create(DigitalOutput.newConfigBuilder(context)
                        .id(relay.name())
                        .name(relay.name())
                        .address(relay.pin())
                        .initial(level(relay, relay.on()))
                        .shutdown(level(relay, false))
                        .build());
    }

    private static DigitalState level(Relay relay, boolean on) {
        return on != relay.activeLow() ? DigitalState.HIGH : DigitalState.LOW;
    }

    @Override
    public int read(ByteBuffer into, Duration timeout) throws IOException {
        try {
            clock.sleep(timeout.compareTo(poll) < 0 ? timeout : poll);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
        synchronized (lock) {
            if (closed) {
                throw new IOException("the pins were closed");
            }
            try {
                pulses.forEach(pulse -> pulse.move(clock.nanoTime()));
                inputs.forEach(input -> into.put(input.isHigh() ? (byte) 1 : 0));
                return inputs.size();
            } catch (Pi4JException e) {
                throw new IOException("a pin cannot be read: " + e, e);
            }
        }
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        throw new IOException("outputs are switched by configuration alone");
    }

    @Override
    public void close() throws IOException {
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            try {
                context.shutdown();
            } catch (Pi4JException e) {
                throw new IOException("the pins do not close: " + e, e);
            }
        }
    }
}
