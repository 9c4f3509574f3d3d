package io.verge.cloud.internal.drain;

import io.verge.cloud.internal.mqtt.Accepted;
import io.verge.cloud.internal.mqtt.Ended;
import io.verge.cloud.internal.mqtt.Inbound;
import io.verge.cloud.internal.mqtt.MqttListener;
import java.util.List;

/** Hears nothing: the test tells what was delivered. */
final class Deaf implements MqttListener {
    @Override
    public void connected(Accepted accepted) {}

    @Override
    public void ended(Ended why) {}

    @Override
    public void subscribed(List<Integer> reasons) {}

    @Override
    public void delivered(long token, int reason) {}

    @Override
    public boolean arrived(Inbound message) {
        return true;
    }

    @Override
    public void heard() {}
}
