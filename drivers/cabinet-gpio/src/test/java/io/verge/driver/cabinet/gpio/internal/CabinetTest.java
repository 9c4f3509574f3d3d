package io.verge.driver.cabinet.gpio.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import io.verge.api.observation.ContactChange;
import io.verge.api.status.State;
import io.verge.device.testkit.Collected;
import io.verge.testkit.ManualClock;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On Pi4J's own mock of a board. Time leaps, so that contacts settle at once. */
@Timeout(30)
class CabinetTest {
    private final Collected collected = new Collected();
    private final CompletableFuture<Context> opened = new CompletableFuture<>();
    private @Nullable Cabinet cabinet;

    @AfterEach
    void close() {
        if (cabinet != null) {
            cabinet.close();
        }
    }

    @Test
    void tellsWhatEachContactIsAtTheStart() throws InterruptedException {
        start(Usual.class);
        assertThat(collected.await(2, ContactChange.class))
                .extracting(change -> change.contact() + " " + change.active())
                .containsExactlyInAnyOrder("door false", "mains true");
    }

    @Test
    void tellsThatTheDoorOpens() throws InterruptedException {
        Context board = start(Usual.class);
        collected.await(2);
        MockDigitalInput door = board.registry().get("door");
        door.mockState(DigitalState.HIGH);
        assertThat(collected.await(3, ContactChange.class).get(2))
                .extracting(ContactChange::contact, ContactChange::active)
                .containsExactly("door", true);
    }

    @Test
    void showsContactsInItsFacts() throws InterruptedException {
        Cabinet shown = cabinet(Usual.class);
        collected.await(2);
        assertThat(shown.status().facts())
                .containsEntry("contact.mains", "active")
                .containsEntry("provider", "mock");
    }

    @Test
    void worksOnceThePinsAreOpen() throws InterruptedException {
        Cabinet shown = cabinet(Usual.class);
        collected.await(2);
        assertThat(shown.status().status().state()).isEqualTo(State.OK);
    }

    @Test
    void switchesTheBeaconAsConfigured() throws InterruptedException {
        Context board = start(Usual.class);
        collected.await(2);
        assertThat(output(board, "beacon").state()).isEqualTo(DigitalState.HIGH);
    }

    @Test
    void switchesTheBeaconOffWhenItIsClosed() throws InterruptedException {
        Context board = start(Usual.class);
        collected.await(2);
        DigitalOutput beacon = output(board, "beacon");
        close();
        assertThat(beacon.state()).isEqualTo(DigitalState.LOW);
    }

    @Test
    void switchesARelayThatIsActiveAtLowLevelOffWithHighLevel() throws InterruptedException {
        Context board = start(ActiveLow.class);
        collected.await(1);
        DigitalOutput beacon = output(board, "beacon");
        assertThat(beacon.state()).isEqualTo(DigitalState.LOW);
        close();
        assertThat(beacon.state()).isEqualTo(DigitalState.HIGH);
    }

    @Test
    void movesTheWatchdogWhileItRuns() throws InterruptedException {
        Context board = start(Usual.class);
        collected.await(2);
        CountDownLatch moved = new CountDownLatch(4);
        output(board, "watchdog").addListener(event -> moved.countDown());
        moved.await();
        assertThat(moved.getCount()).isZero();
    }

    @Test
    void leavesTheWatchdogAloneWhenItIsClosed() throws InterruptedException {
        Context board = start(Usual.class);
        collected.await(2);
        DigitalOutput watchdog = output(board, "watchdog");
        close();
        assertThat(watchdog.state()).isEqualTo(DigitalState.LOW);
    }

    @Test
    void saysThatTheBoardCannotBeReachedAndTriesAgain() throws InterruptedException {
        CabinetConfig config = Objects.requireNonNull(Usual.class.getAnnotation(CabinetConfig.class));
        CountDownLatch tries = new CountDownLatch(3);
        Cabinet shown = new Cabinet(config, collected, ManualClock.leaping(), () -> {
            tries.countDown();
            throw new UnsatisfiedLinkError("no pi4j-gpiod");
        });
        cabinet = shown;
        tries.await();
        assertThat(Objects.requireNonNull(shown.status().status().trouble()).cause())
                .contains("the board's pins cannot be reached", "no pi4j-gpiod");
    }

    @Test
    void refusesAProviderThatThereIsNot() {
        CabinetConfig config = Objects.requireNonNull(Other.class.getAnnotation(CabinetConfig.class));
        assertThatThrownBy(() -> new Cabinet(config, collected, ManualClock.leaping()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("provider: 'sysfs' is neither gpiod nor mock");
    }

    private Context start(Class<?> configured) {
        cabinet(configured);
        return opened.join();
    }

    private Cabinet cabinet(Class<?> configured) {
        CabinetConfig config = Objects.requireNonNull(configured.getAnnotation(CabinetConfig.class));
        Board mock = Board.of(config.provider());
        Cabinet started = new Cabinet(config, collected, ManualClock.leaping(), () -> {
            Context context = mock.open();
            opened.complete(context);
            return context;
        });
        cabinet = started;
        return started;
    }

    private static DigitalOutput output(Context board, String name) {
        return board.registry().get(name);
    }

    @CabinetConfig(
            id = "cabinet",
            provider = "mock",
            inputs = {"door=17", "mains=27"},
            activeLow = "mains",
            beacon = 23,
            beaconOn = true,
            watchdog = 24)
    private static final class Usual {}

    @CabinetConfig(
            id = "cabinet",
            provider = "mock",
            inputs = "door=17",
            activeLow = "beacon",
            beacon = 23,
            beaconOn = true)
    private static final class ActiveLow {}

    @CabinetConfig(id = "cabinet", provider = "sysfs")
    private static final class Other {}
}
