package io.verge.watchdog.internal;

import io.verge.api.air.AirReport;
import io.verge.api.air.Gate;
import io.verge.api.scene.SceneListener;
import io.verge.api.time.Stages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Feeds the watchdog of systemd while the data pass. Where nobody supervises the process it has no thread and hears nothing. */
@Component(
        service = {},
        immediate = true)
public final class Watchdog {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private volatile @Nullable Gate gate;
    private @Nullable Rounds rounds;
    private @Nullable ServiceRegistration<SceneListener> listening;

    @Activate
    public Watchdog(BundleContext context, @Reference Stages stages) {
        this(
                context,
                stages,
                System.getenv(),
                orders -> new NotifyProgram(NotifyProgram.SYSTEMD, orders.socket(), PATIENCE));
    }

    Watchdog(
            BundleContext context,
            Stages stages,
            Map<String, String> environment,
            Function<Orders, Supervisor> supervisors) {
        Optional<Orders> orders = Orders.of(environment);
        if (orders.isPresent()) {
            Rounds own = new Rounds(stages.open("watchdog", 1), supervisors.apply(orders.get()), this::reports);
            own.begin(orders.get().beat());
            listening = context.registerService(SceneListener.class, own.way(), null);
            rounds = own;
        }
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setGate(Gate present) {
        gate = present;
    }

    void unsetGate(Gate gone) {
        if (gate == gone) {
            gate = null;
        }
    }

    private List<AirReport> reports() {
        Gate present = gate;
        return present == null ? List.of() : present.reports();
    }

    @Deactivate
    void close() {
        if (listening != null) {
            listening.unregister();
        }
        if (rounds != null) {
            rounds.end();
        }
    }
}
