package io.verge.demo.internal;

import io.verge.api.air.Radio;
import io.verge.api.message.V2xFrame;
import io.verge.testkit.ManualClock;

/** A radio that sends ten messages a second. */
final class FakeRadio extends FakeDevice implements Radio {
    FakeRadio(ManualClock clock) {
        super(clock, "rsu", "sent");
        perSecond = 10;
    }

    @Override
    public void send(V2xFrame frame) {}
}
