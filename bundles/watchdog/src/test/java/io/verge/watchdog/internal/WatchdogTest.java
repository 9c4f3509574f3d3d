package io.verge.watchdog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.air.AirReport;
import io.verge.api.air.Gate;
import io.verge.api.announcement.Announcement;
import io.verge.api.message.V2xFrame;
import io.verge.api.scene.SceneListener;
import io.verge.testkit.DirectStages;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

class WatchdogTest {
    private static final Map<String, String> SUPERVISED =
            Map.of("NOTIFY_SOCKET", "/run/systemd/notify", "WATCHDOG_USEC", "20000000");

    private final DirectStages stages = new DirectStages();
    private final List<SceneListener> listeners = new ArrayList<>();
    private final List<List<String>> told = new ArrayList<>();

    @Test
    void withoutASupervisorItHearsAndSaysNothing() {
        Watchdog watchdog = watchdog(Map.of());
        stages.tick();
        watchdog.close();
        assertThat(listeners).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void theFirstSceneMakesItReadyAtOnce() {
        watchdog(SUPERVISED);
        listeners.get(0).onScene(Made.byFrame());
        assertThat(told).hasSize(1);
        assertThat(told.get(0)).startsWith("READY=1", "WATCHDOG=1");
    }

    @Test
    void aTickWithoutScenesFeedsNobody() {
        watchdog(SUPERVISED);
        listeners.get(0).onScene(Made.byFrame());
        stages.tick();
        assertThat(told).last().isEqualTo(List.of("STATUS=no scene comes any more"));
    }

    @Test
    void aGateThatIsStuckFeedsNobody() {
        Watchdog watchdog = watchdog(SUPERVISED);
        listeners.get(0).onScene(Made.byFrame());
        watchdog.setGate(new TestGate(Made.gate(0, Map.of("queue-full", 5L))));
        listeners.get(0).onScene(Made.byFrame());
        stages.tick();
        assertThat(told.get(told.size() - 1)).doesNotContain("WATCHDOG=1");
    }

    @Test
    void aGateThatHasGoneIsNotAsked() {
        Watchdog watchdog = watchdog(SUPERVISED);
        TestGate gate = new TestGate(Made.gate(0, Map.of("queue-full", 5L)));
        watchdog.setGate(gate);
        watchdog.unsetGate(gate);
        listeners.get(0).onScene(Made.byFrame());
        stages.tick();
        assertThat(told.get(0)).contains("WATCHDOG=1");
    }

    @Test
    void onceClosedItHearsNothing() {
        watchdog(SUPERVISED).close();
        assertThat(listeners).isEmpty();
    }

    private Watchdog watchdog(Map<String, String> environment) {
        return new Watchdog(context(), stages, environment, orders -> told::add);
    }

    /** Knows of listeners and nothing else. */
    private BundleContext context() {
        return proxy(BundleContext.class, arguments -> {
            listeners.add((SceneListener) arguments[1]);
            return proxy(ServiceRegistration.class, none -> listeners.remove(arguments[1]));
        });
    }

    private interface Answer {
        Object to(Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        InvocationHandler handler = (self, method, arguments) -> {
            Object answered = answer.to(arguments);
            return method.getReturnType() == void.class ? null : answered;
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private record TestGate(List<AirReport> reports) implements Gate {
        @Override
        public void offer(Announcement cause, List<V2xFrame> frames) {
            throw new AssertionError("nobody asks for this here");
        }
    }
}
