package io.verge.driver.cabinet.gpio.internal;

import com.pi4j.io.gpio.digital.DigitalOutput;
import java.time.Duration;

/** An output that changes its level once a period. One thread. */
final class Pulse {
    private final DigitalOutput output;
    private final Duration period;
    private long last;

    /**
     * @param now on the monotonic clock
     */
    Pulse(DigitalOutput output, Duration period, long now) {
        this.output = output;
        this.period = period;
        last = now;
    }

    void move(long now) {
        if (now - last >= period.toNanos()) {
            last = now;
            output.toggle();
        }
    }
}
