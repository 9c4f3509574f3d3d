package io.verge.driver.signal.tscbm.internal;

import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * What the controller's clock said.
 *
 * @param millisOfDay of the controller, in its own time zone; −1 when it was no time of a day
 * @param offset how far it was ahead of the box's clock, ms, apart from whole quarters of an hour, which are time zones
 */
record ControllerClock(int millisOfDay, int offset) {
    private static final long QUARTER = TimeUnit.MINUTES.toMillis(15);
    private static final int DAY = (int) TimeUnit.DAYS.toMillis(1);

    static ControllerClock of(Packet packet, Instant arrival) {
        long millis = packet.secondOfDay() * 1_000L + packet.millisecond();
        if (millis >= DAY || packet.millisecond() > 999) {
            return new ControllerClock(-1, 0);
        }
        long ahead = Math.floorMod(millis - Math.floorMod(arrival.toEpochMilli(), QUARTER) + QUARTER / 2, QUARTER);
        return new ControllerClock((int) millis, (int) (ahead - QUARTER / 2));
    }

    boolean known() {
        return millisOfDay >= 0;
    }

    @Override
    public String toString() {
        if (!known()) {
            return "no time of a day";
        }
        int seconds = millisOfDay / 1_000;
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                seconds / 3_600,
                seconds / 60 % 60,
                seconds % 60,
                millisOfDay % 1_000);
    }
}
