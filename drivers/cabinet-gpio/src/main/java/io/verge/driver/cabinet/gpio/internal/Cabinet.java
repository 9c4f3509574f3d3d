package io.verge.driver.cabinet.gpio.internal;

import io.verge.api.device.Device;
import io.verge.api.device.DeviceStatus;
import io.verge.api.observation.ContactChange;
import io.verge.api.observation.Observation;
import io.verge.api.observation.Observations;
import io.verge.api.time.Clock;
import io.verge.device.Counters;
import io.verge.device.DeviceLoop;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The cabinet: publishes each contact when it is first known and whenever it changes; outputs are off when this ends. */
@Component(
        immediate = true,
        service = Device.class,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.driver.cabinet-gpio")
@Designate(ocd = CabinetConfig.class, factory = true)
public final class Cabinet implements Device {
    private final String id;
    private final String provider;
    private final DeviceLoop loop;
    private final Map<String, Boolean> states = new ConcurrentHashMap<>();

    @Activate
    public Cabinet(CabinetConfig config, @Reference Observations out, @Reference Clock clock) {
        this(config, out, clock, Board.of(config.provider()));
    }

    /** The same on a board of the caller's. */
    Cabinet(CabinetConfig config, Observations out, Clock clock, Board board) {
        id = config.id();
        provider = config.provider();
        Wiring wiring = Wiring.of(config);
        Counters counters = new Counters();
        loop = DeviceLoop.of(id, clock)
                .counters(counters)
                .remedy("check the provider and the pins in the profile, and that the agent's user may use"
                        + " /dev/gpiochip*")
                .connect(() -> BoardConnection.open(board, wiring, clock))
                .decode(new ContactDecoder(id, wiring.contacts(), counters))
                .publish(observation -> publish(observation, out))
                .facts(this::facts)
                .start();
    }

    private void publish(Observation observation, Observations out) {
        if (observation instanceof ContactChange change) {
            states.put(change.contact(), change.active());
        }
        out.publish(observation);
    }

    private Map<String, String> facts() {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("provider", provider);
        states.forEach((contact, active) -> facts.put("contact." + contact, active ? "active" : "inactive"));
        return facts;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public DeviceStatus status() {
        return loop.status();
    }

    @Deactivate
    public void close() {
        loop.close();
    }
}
