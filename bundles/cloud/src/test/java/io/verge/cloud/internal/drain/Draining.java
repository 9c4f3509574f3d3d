package io.verge.cloud.internal.drain;

import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.drain.DrainSettings.Compression;
import io.verge.cloud.internal.mqtt.FakePort;
import io.verge.cloud.internal.mqtt.FakePort.Sent;
import io.verge.cloud.internal.mqtt.Flight;
import io.verge.testkit.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A drain between an outlet and a broker that both do what a test says: what its tests begin with. */
abstract class Draining {
    static final String BASE = "verge/v1/wuhan/wuhan-0417/record/";
    static final Duration SECOND = Duration.ofSeconds(1);

    final ManualClock clock = ManualClock.standing();
    final FakeOutlet outlet = new FakeOutlet();
    final Flight flight = new Flight(clock);
    final FakePort port = new FakePort(new Deaf());

    Drain drain = drain("", 0);

    Drain drain(String consumer, int backlogSpread) {
        DrainSettings settings = new DrainSettings(
                consumer, Duration.ofSeconds(60), Duration.ofSeconds(backlogSpread), 0.5, 65_536, Compression.NEVER, 1);
        Drain made = new Drain(
                outlet,
                flight,
                clock,
                new SplittableRandom(3),
                new Topics("wuhan", "wuhan-0417"),
                settings,
                new Pace(settings.share(), settings.message()));
        outlet.ring(made::rung);
        return made;
    }

    void begin() {
        flight.open(port, 32, 1 << 20);
        drain.begin();
        drain.pump();
    }

    /** The broker has all that is on its way, after so long. */
    void acknowledge(Duration roundTrip) {
        clock.advance(roundTrip);
        List<Sent> open = List.copyOf(port.sent);
        port.sent.clear();
        open.forEach(one -> flight.delivered(one.token(), 0));
        drain.pump();
    }

    List<String> topics() {
        return port.sent.stream()
                .map(one -> one.message().topic().substring(BASE.length()))
                .toList();
    }

    long counted(String name) {
        Map<String, Long> counters = new TreeMap<>();
        drain.count(counters);
        return counters.getOrDefault(name, -1L);
    }
}
