package io.verge.driver.radio.rsu41.internal;

import io.verge.api.air.Radio;
import io.verge.api.air.Receiver;
import io.verge.api.device.Device;
import io.verge.api.device.DeviceStatus;
import io.verge.api.message.V2xFrame;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.time.Clock;
import io.verge.device.Addresses;
import io.verge.device.Arrival;
import io.verge.device.Counters;
import io.verge.device.Decoder;
import io.verge.device.DeviceLoop;
import io.verge.device.Transports;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** A radio that takes messages as USDOT RSU 4.1 Immediate Forward, and forwards what it receives to a port of this box. */
@Component(
        immediate = true,
        service = {Device.class, Radio.class},
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.driver.radio-rsu41")
@Designate(ocd = Rsu41Config.class, factory = true)
public final class Rsu41Radio implements Radio {
    private static final int PORT = 1516;

    private final String id;
    private final String channel;
    private final String txMode;
    private final boolean signature;
    private final Psids psids;
    private final Receiver receiver;
    private final DatagramReader reader;
    private final RadioLink link;
    private final Counters counters = new Counters();
    private final Counters.Counter sent = counters.counter("sent");
    private final Counters.Counter unsent = counters.counter("unsent");
    private final Counters.Counter received = counters.counter("received");
    private final Counters.Counter refused = counters.counter("refused");
    private final DeviceLoop sending;
    private final @Nullable DeviceLoop listening;
    private volatile @Nullable Instant lastReceived;

    @Activate
    public Rsu41Radio(
            Rsu41Config config,
            @Reference Transports transports,
            @Reference Receiver receiver,
            @Reference Clock clock) {
        id = config.id();
        channel = String.valueOf(config.channel());
        txMode = config.txMode();
        signature = config.signature();
        psids = Psids.of(config.psid());
        this.receiver = receiver;
        reader = new DatagramReader(psids);
        InetSocketAddress address = address(config.address());
        String name = address.getHostString() + ":" + address.getPort();
        link = new RadioLink(() -> transports.udpTo(address), name, clock);
        sending = loop(id, clock)
                .remedy("check the radio's power and its address " + name + " in the profile")
                .connect(link::connect)
                .start();
        listening = config.listen() == 0
                ? null
                : listen(InetSocketAddress.createUnresolved(config.bind().strip(), config.listen()), transports, clock);
    }

    private DeviceLoop listen(InetSocketAddress local, Transports transports, Clock clock) {
        return loop(id + "-listen", clock)
                .remedy("choose another port for listen in the profile")
                .connect(() -> transports.udpListen(local))
                .start();
    }

    private DeviceLoop.Builder loop(String name, Clock clock) {
        Decoder decoder = (octets, arrival, out) -> take(octets, arrival);
        // Messages go to the receiver, not out as observations: the message set makes those.
        return DeviceLoop.of(name, clock).counters(counters).decode(decoder).publish(observation -> {});
    }

    private static InetSocketAddress address(String text) {
        try {
            return Addresses.parse(text, PORT);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("address: " + e.getMessage(), e);
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void send(V2xFrame frame) throws IOException {
        ByteBuffer datagram = ForwardWriter.write(new ImmediateForward(
                frame.kind().name(), psids.of(frame), channel, txMode, signature, frame.payload()));
        try {
            link.send(datagram);
            sent.increment();
        } catch (IOException e) {
            unsent.increment();
            throw e;
        }
    }

    /** On the thread of either loop. */
    private void take(ByteBuffer octets, Arrival arrival) {
        Incoming incoming = reader.read(octets);
        if (incoming instanceof Incoming.Message message) {
            received.increment();
            lastReceived = arrival.time();
            receiver.received(
                    id,
                    new V2xFrame(
                            message.set(),
                            message.kind(),
                            message.psid(),
                            message.payload(),
                            arrival.time(),
                            arrival.stamps()));
        } else if (incoming instanceof Incoming.Refused refusal) {
            refused.increment();
            counters.counter(refusal.reason().counter()).increment();
        }
    }

    @Override
    public DeviceStatus status() {
        DeviceStatus out = sending.status();
        return new DeviceStatus(worst(out.status()), lastReceived, counters.snapshot(), Map.of());
    }

    /** Sending comes before receiving, and a radio that refuses before one that is only thought to listen. */
    private Status worst(Status out) {
        if (out.state() != State.OK) {
            return out;
        }
        Status in = listening == null ? out : listening.status().status();
        return link.trouble().orElse(in.state() == State.OK ? out : in);
    }

    @Deactivate
    public void close() {
        sending.close();
        if (listening != null) {
            listening.close();
        }
    }
}
