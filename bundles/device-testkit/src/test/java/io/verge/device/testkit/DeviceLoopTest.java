package io.verge.device.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.observation.ContactChange;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.device.Addresses;
import io.verge.device.DeviceLoop;
import io.verge.testkit.ManualClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Walks every arrow of the loop's state machine. */
@Timeout(30)
class DeviceLoopTest {
    private static final Duration LIMIT = Duration.ofMillis(150);
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(600);

    private final ManualClock clock = ManualClock.standing();
    private final ScriptedTransports transports = new ScriptedTransports();
    private final Collected collected = new Collected();
    private final DeviceLoop.Builder builder = DeviceLoop.of("dev", clock)
            .connect(() -> transports.tcp(Addresses.parse("10.0.0.7:5000", 0)))
            .decode(new LineDecoder())
            .remedy("check the cable")
            .publish(collected::publish);
    private @Nullable DeviceLoop loop;

    @AfterEach
    void close() {
        if (loop != null) {
            loop.close();
        }
    }

    @Test
    void isStartingUntilTheFirstFrame() throws InterruptedException {
        startStale().awaitRead();
        assertThat(status()).isEqualTo(Status.of(State.STARTING, clock.now()));
    }

    @Test
    void worksWithTheFirstFrame() throws InterruptedException {
        startStale().give("door\n");
        collected.await(1);
        assertThat(status()).isEqualTo(Status.of(State.OK, clock.now()));
    }

    @Test
    void worksWhenConnectedWhereSilenceIsNoFault() throws InterruptedException {
        start().awaitRead();
        clock.advance(Duration.ofDays(1));
        assertThat(state()).isEqualTo(State.OK);
    }

    @Test
    void saysHowLongItHasBeenSilent() throws InterruptedException {
        startStale().give("door\n");
        collected.await(1);
        var begun = clock.now().plus(LIMIT);
        clock.advance(LIMIT.plusMillis(1));
        assertThat(status())
                .isEqualTo(Status.of(
                        State.DEGRADED, begun, "no-data", "no frame for 151 ms (limit 150 ms)", "check the cable"));
    }

    @Test
    void isNotSilentAtTheLimit() throws InterruptedException {
        startStale().give("door\n");
        collected.await(1);
        clock.advance(LIMIT);
        assertThat(state()).isEqualTo(State.OK);
    }

    @Test
    void worksAgainWithTheNextFrame() throws InterruptedException {
        var device = startStale();
        clock.advance(LIMIT.multipliedBy(2));
        device.give("door\n");
        collected.await(1);
        assertThat(state()).isEqualTo(State.OK);
    }

    @Test
    void tellsGarbageFromSilence() throws InterruptedException {
        var device = startStale();
        device.awaitRead();
        clock.advance(LIMIT.plusMillis(1));
        device.give("???").awaitRead();
        assertThat(code()).isEqualTo("garbage");
    }

    @Test
    void callsADeviceSilentThatStoppedInTheMiddleOfAFrame() throws InterruptedException {
        startStale().give("do").awaitRead();
        clock.advance(LIMIT.plusMillis(1));
        assertThat(code()).isEqualTo("no-data");
    }

    @Test
    void saysWhyItCannotConnectAndTriesAgain() throws InterruptedException {
        transports.refuse("tcp 10.0.0.7:5000: Connection refused");
        loop = builder.start();
        clock.awaitSleepers(1);
        assertThat(Objects.requireNonNull(status().trouble()).cause())
                .isEqualTo("cannot connect (try 1): tcp 10.0.0.7:5000: Connection refused");
        transports.refuse(null);
        clock.advance(FIRST_BACK_OFF);
        transports.awaitConnection().awaitRead();
        assertThat(state()).isEqualTo(State.OK);
    }

    @Test
    void backsOffLongerAfterEachTry() throws InterruptedException {
        transports.refuse("no");
        loop = builder.start();
        clock.awaitSleepers(1);
        clock.advance(FIRST_BACK_OFF);
        transports.awaitOpened(2);
        clock.awaitSleepers(1);
        clock.advance(Duration.ofMillis(799));
        assertThat(transports.opened()).hasSize(2);
        clock.advance(Duration.ofMillis(401));
        transports.awaitOpened(3);
    }

    @Test
    void backsOffShortlyAgainAfterAGoodFrame() throws InterruptedException {
        transports.refuse("no");
        loop = builder.start();
        for (int tries = 1; tries < 5; tries++) {
            clock.awaitSleepers(1);
            clock.advance(Duration.ofSeconds(36));
            transports.awaitOpened(tries + 1);
        }
        clock.awaitSleepers(1);
        transports.refuse(null);
        clock.advance(Duration.ofSeconds(36));
        transports.awaitConnection().give("door\n").lose("cut");
        collected.await(1);
        clock.awaitSleepers(1);
        clock.advance(FIRST_BACK_OFF);
        transports.awaitConnection();
    }

    @Test
    void keepsSayingSinceWhenItCannotConnect() throws InterruptedException {
        transports.refuse("no");
        var begun = clock.now();
        loop = builder.start();
        clock.awaitSleepers(1);
        clock.advance(FIRST_BACK_OFF);
        transports.awaitOpened(2);
        clock.awaitSleepers(1);
        assertThat(status().since()).isEqualTo(begun);
    }

    @Test
    void connectsAgainWhenTheConnectionIsLost() throws InterruptedException {
        var device = start();
        device.awaitRead();
        device.lose("Connection reset");
        clock.awaitSleepers(1);
        assertThat(Objects.requireNonNull(status().trouble()).cause()).isEqualTo("connection lost: Connection reset");
        assertThat(device.closed()).isTrue();
        clock.advance(FIRST_BACK_OFF);
        transports.awaitConnection();
    }

    @Test
    void takesTheEndOfAStreamForALoss() throws InterruptedException {
        start().end();
        clock.awaitSleepers(1);
        assertThat(code()).isEqualTo("lost");
    }

    @Test
    void staysDegradedAfterALossUntilTheNextFrame() throws InterruptedException {
        startStale().lose("cut");
        clock.awaitSleepers(1);
        clock.advance(FIRST_BACK_OFF);
        transports.awaitConnection().awaitRead();
        assertThat(code()).isEqualTo("lost");
    }

    @Test
    void forgetsHalfAFrameWhenItConnectsAgain() throws InterruptedException {
        start().give("do").lose("cut");
        clock.awaitSleepers(1);
        clock.advance(FIRST_BACK_OFF);
        transports.awaitConnection().give("mains\n");
        assertThat(collected.await(1, ContactChange.class).get(0).contact()).isEqualTo("mains");
    }

    @Test
    void greetsAfterEachConnect() throws InterruptedException {
        var device = start(builder.greet(connection -> connection.write(ByteBuffer.wrap(new byte[] {'h', 'i'}))));
        assertThat(device.awaitWrittenText()).isEqualTo("hi");
    }

    @Test
    void saysThatItsGreetingWasNotAccepted() throws InterruptedException {
        start(builder.greet(connection -> {
            throw new IOException("the sensor answered Error -1");
        }));
        clock.awaitSleepers(1);
        assertThat(code()).isEqualTo("greeting-failed");
    }

    @Test
    void nudgesOncePerLimitOfSilence() throws InterruptedException {
        var device = start(
                builder.staleAfter(LIMIT).nudge(connection -> connection.write(ByteBuffer.wrap(new byte[] {'?'}))));
        device.awaitRead();
        clock.advance(LIMIT.plusMillis(1));
        device.awaitWritten();
        clock.advance(LIMIT);
        device.give("?").awaitRead();
        assertThat(device.writes()).isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        device.awaitWritten();
    }

    @Test
    void countsANudgeThatFailsAndGoesOn() throws InterruptedException {
        var device = start(
                builder.staleAfter(LIMIT).nudge(connection -> connection.write(ByteBuffer.wrap(new byte[] {'?'}))));
        device.refuseWrites("no");
        device.awaitRead();
        clock.advance(LIMIT.plusMillis(1));
        device.give("door\n");
        collected.await(1);
        assertThat(device.closed()).isFalse();
    }

    @Test
    void connectsAgainWhenSilenceIsALoss() throws InterruptedException {
        var device = start(builder.staleAfter(LIMIT).reconnectAfter(Duration.ofMillis(300)));
        device.awaitRead();
        clock.advance(Duration.ofMillis(301));
        device.awaitClosed();
        clock.awaitSleepers(1);
        assertThat(Objects.requireNonNull(status().trouble()).cause())
                .isEqualTo("no frame for 301 ms (limit 300 ms); connecting again");
    }

    @Test
    void countsAMessageThatIsTooBigAndGoesOn() throws InterruptedException {
        var device = start(builder.bufferSize(4).connect(() -> transports.udpListen(Addresses.parse("0.0.0.0:1", 0))));
        device.give("12345").give("on\n");
        collected.await(1);
        assertThat(counter("errors")).isEqualTo(1);
    }

    @Test
    void waitsADriversMistakeOutLikeALoss() throws InterruptedException {
        start().give("!");
        clock.awaitSleepers(1);
        assertThat(code()).isEqualTo("failure");
        assertThat(counter("failures")).isEqualTo(1);
    }

    @Test
    void isQuarantinedAtTheThirdMistakeInFiveMinutes() throws InterruptedException {
        transports.onOpen(device -> device.give("!"));
        loop = builder.start();
        for (int failures = 1; failures < 3; failures++) {
            transports.awaitConnection().awaitClosed();
            clock.awaitSleepers(1);
            clock.advance(Duration.ofSeconds(2));
            transports.awaitOpened(failures + 1);
        }
        transports.awaitConnection().awaitClosed();
        assertThat(state()).isEqualTo(State.QUARANTINED);
    }

    @Test
    void finishesWithItsFile() throws InterruptedException {
        var file = start(builder.connect(() -> transports.file(Path.of("a.bin"))));
        file.give("door\nmains\n").end();
        file.awaitClosed();
        assertThat(collected.all()).hasSize(2);
        assertThat(state()).isEqualTo(State.FINISHED);
    }

    @Test
    void playsAFileAtItsPace() throws InterruptedException {
        var file = start(builder.pace(Duration.ofMillis(100)).connect(() -> transports.file(Path.of("a.bin"))));
        file.give("door\nmains\n").end();
        clock.awaitSleepers(1);
        assertThat(collected.all()).hasSize(1);
        clock.advance(Duration.ofMillis(100));
        collected.await(2);
    }

    @Test
    void counts() throws InterruptedException {
        var device = start();
        device.give("door\n?mains\n");
        collected.await(2);
        assertThat(Objects.requireNonNull(loop).status().counters())
                .isEqualTo(Map.of("bytes", 12L, "frames", 2L, "connects", 1L, "errors", 0L, "failures", 0L));
    }

    @Test
    void saysWhenTheLastFrameCame() throws InterruptedException {
        var device = start();
        device.give("door\n");
        collected.await(1);
        var came = clock.now();
        clock.advance(Duration.ofHours(1));
        assertThat(Objects.requireNonNull(loop).status().lastFrame()).isEqualTo(came);
    }

    @Test
    void showsItsStatusThoughTheDriversFactsFail() throws InterruptedException {
        start(builder.facts(() -> {
            throw new IllegalStateException("oops");
        }));
        assertThat(Objects.requireNonNull(loop).status().facts()).containsKey("facts");
    }

    @Test
    void noticesSilenceThoughItsOwnThreadHangs() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch hang = new CountDownLatch(1);
        start(builder.staleAfter(LIMIT).publish(observation -> {
                    inside.countDown();
                    awaitQuietly(hang);
                }))
                .give("door\n");
        inside.await();
        clock.advance(LIMIT.plusMillis(1));
        assertThat(code()).isEqualTo("no-data");
        hang.countDown();
    }

    @Test
    void stopsWhileItWaits() throws InterruptedException {
        transports.refuse("no");
        loop = builder.start();
        clock.awaitSleepers(1);
        close();
        assertThat(state()).isEqualTo(State.STOPPED);
    }

    @Test
    void stopsWhileItReadsAndClosesTheConnection() throws InterruptedException {
        var device = start();
        device.awaitRead();
        close();
        assertThat(device.closed()).isTrue();
    }

    @Test
    void runsOnADaemonThreadWithTheDevicesName() throws InterruptedException {
        AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
        start(builder.greet(connection -> thread.set(Thread.currentThread()))).awaitRead();
        Thread seen = Objects.requireNonNull(thread.get());
        assertThat(seen.getName()).isEqualTo("device-dev");
        assertThat(seen.isDaemon()).isTrue();
    }

    @Test
    void refusesANudgeWithoutALimit() {
        assertThatThrownBy(() -> builder.nudge(connection -> {}).start())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("staleAfter");
    }

    private ScriptedConnection start() throws InterruptedException {
        return start(builder);
    }

    private ScriptedConnection startStale() throws InterruptedException {
        return start(builder.staleAfter(LIMIT));
    }

    private ScriptedConnection start(DeviceLoop.Builder described) throws InterruptedException {
        loop = described.start();
        return transports.awaitConnection();
    }

    private Status status() {
        return Objects.requireNonNull(loop).status().status();
    }

    private State state() {
        return status().state();
    }

    private String code() {
        return Objects.requireNonNull(status().trouble()).code();
    }

    private long counter(String name) {
        return Objects.requireNonNull(
                Objects.requireNonNull(loop).status().counters().get(name));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
