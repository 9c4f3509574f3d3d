package io.verge.diagnostics.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.time.Stage;
import io.verge.profile.Profiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.CoapHandler;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.elements.exception.ConnectorException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Changes that take long. */
@Timeout(60)
class ChangesTest {
    private static final String STOP = "bundles/io.verge.driver.radar?do=stop";

    private final Slow slow = new Slow();
    private final BlockingQueue<CoapResponse> answers = new LinkedBlockingQueue<>();
    private Cabinet cabinet;
    private Laptop laptop;

    /** Takes one change, and makes it when the test says so. */
    private static final class Slow implements Stage {
        final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(1);
        final CountDownLatch first = new CountDownLatch(1);

        @Override
        public boolean offer(Runnable work) {
            boolean taken = waiting.offer(work);
            first.countDown();
            return taken;
        }

        @Override
        public void every(Duration period, Runnable work) {
            throw new AssertionError("nobody asks for this here");
        }

        @Override
        public void close() {}

        void make() throws InterruptedException {
            waiting.take().run();
        }
    }

    private final CoapHandler handler = new CoapHandler() {
        @Override
        public void onLoad(CoapResponse response) {
            answers.add(response);
        }

        @Override
        public void onError() {
            throw new AssertionError("no answer");
        }
    };

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        cabinet = new Cabinet(folder, slow);
        laptop = Laptop.withKey(cabinet.door.secureAddress(), "mechanic", Cabinet.MAINTAINER_KEY);
    }

    @AfterEach
    void close() {
        laptop.close();
        cabinet.close();
    }

    private CoapResponse answer() throws InterruptedException {
        return Objects.requireNonNull(answers.poll(20, TimeUnit.SECONDS), "no answer");
    }

    @Test
    void theDoorStaysOpenWhileAChangeIsMade() throws ConnectorException, IOException, InterruptedException {
        laptop.sendOnly(Code.POST, STOP, handler);
        assertThat(laptop.get("status").isSuccess()).isTrue();
        assertThat(answers).isEmpty();

        slow.make();
        assertThat(answer().getCode()).isEqualTo(ResponseCode.CHANGED);
    }

    @Test
    void ofTooManyChangesTheLastIsRefused() throws ConnectorException, IOException, InterruptedException {
        laptop.sendOnly(Code.POST, STOP, handler);
        slow.first.await();
        CoapResponse second = laptop.send(Code.DELETE, "bundles/io.verge.driver.radar", new byte[0]);

        assertThat(second.getCode()).isEqualTo(ResponseCode.SERVICE_UNAVAILABLE);
        assertThat(second.getResponseText()).contains("try again");
        slow.make();
        assertThat(answer().getCode()).isEqualTo(ResponseCode.CHANGED);
        assertThat(cabinet.bundles.done).containsExactly("stop io.verge.driver.radar");
    }

    @Test
    void aChangeThatFailsIsAnswered() throws InterruptedException {
        cabinet.parts.profiles = Fakes.proxy(Profiles.class, Map.of()); // answers null
        laptop.sendOnly(Code.PUT, "config", handler);

        assertThatThrownBy(slow::make).isInstanceOf(NullPointerException.class); // for the stage to count
        assertThat(answer().getCode()).isEqualTo(ResponseCode.INTERNAL_SERVER_ERROR);
    }
}
