package io.verge.diagnostics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.californium.core.CoapHandler;
import org.eclipse.californium.core.CoapObserveRelation;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.elements.exception.ConnectorException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ObserveTest {
    private Cabinet cabinet;
    private Laptop laptop;
    private final Heard heard = new Heard();

    private static final class Heard implements CoapHandler {
        final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

        @Override
        public void onLoad(CoapResponse response) {
            answers.add(response.getResponseText());
        }

        @Override
        public void onError() {
            answers.add("an error");
        }

        String next() throws InterruptedException {
            return Objects.requireNonNull(answers.poll(20, TimeUnit.SECONDS), "nothing was told");
        }
    }

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        cabinet = new Cabinet(folder);
        laptop = Laptop.plain(cabinet.door.plainAddress());
    }

    @AfterEach
    void close() {
        laptop.close();
        cabinet.close();
    }

    @Test
    void whoObservesIsToldOfEachChange() throws ConnectorException, IOException, InterruptedException {
        cabinet.boards.onScene(Fakes.scene(0));
        CoapObserveRelation relation = laptop.observe("scene", heard);
        assertThat(heard.next()).contains("\"time\":\"2026-03-01T08:00:00Z\"");

        cabinet.boards.onScene(Fakes.scene(1));
        cabinet.tick();
        assertThat(heard.next()).contains("\"time\":\"2026-03-01T08:00:01Z\"");
        relation.proactiveCancel();
    }

    @Test
    void whoObservesIsToldOfNothingElse() throws ConnectorException, IOException, InterruptedException {
        cabinet.boards.onScene(Fakes.scene(0));
        CoapObserveRelation relation = laptop.observe("scene", heard);
        String first = heard.next();
        assertThat(first).contains("08:00:00Z");

        cabinet.tick();
        cabinet.tick();
        cabinet.boards.onScene(Fakes.scene(5));
        cabinet.tick();
        cabinet.tick();
        assertThat(heard.next()).contains("08:00:05Z"); // the first thing told, so the ticks before told nothing
        assertThat(laptop.get("latency").isSuccess()).isTrue(); // what the last tick might have told is there by now
        assertThat(heard.answers).isEmpty();
        relation.proactiveCancel();
    }

    @Test
    void theNumbersOfADeviceAreAChangeToo() throws ConnectorException, IOException, InterruptedException {
        CoapObserveRelation relation = laptop.observe("devices", heard);
        assertThat(heard.next()).contains("\"frames\":0");

        cabinet.radar.frames = 7;
        cabinet.tick();
        assertThat(heard.next()).contains("\"frames\":7");
        relation.proactiveCancel();
    }

    @Test
    void nothingIsComputedWhenNobodyObserves() {
        AtomicInteger shown = new AtomicInteger();
        ViewResource resource = new ViewResource("test", "Test", queries -> out -> {
                    shown.incrementAndGet();
                    out.writeNumber(1);
                })
                .observed();
        resource.tellWhenChanged(request -> true);

        assertThat(shown).hasValue(0);
    }

    @Test
    void nothingListensWhenBothPortsAreClosed(@TempDir Path folder) throws IOException {
        Keys keys = Keys.load(folder.resolve("coap.key"), "", new SecureRandom());
        try (Door closed = Door.open(new Entrances(null, null), new Access(keys, null), cabinet.witness, List.of())) {
            assertThat(closed.isOpen()).isFalse();
            assertThat(closed.plainAddress()).isNull();
            assertThat(closed.secureAddress()).isNull();
        }
    }

    @Test
    void aPortThatIsTakenIsOpenedWhenItIsFree(@TempDir Path folder) throws ConnectorException, IOException {
        Keys keys = Keys.load(folder.resolve("coap.key"), "", new SecureRandom());
        DatagramSocket other = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        InetSocketAddress taken = new InetSocketAddress(InetAddress.getLoopbackAddress(), other.getLocalPort());
        ViewResource one = new ViewResource("status", "One", queries -> out -> out.writeNumber(1));
        try (Door door = Door.open(
                new Entrances(taken, Cabinet.anyPort()), new Access(keys, null), cabinet.witness, List.of(one))) {
            assertThat(door.plainAddress()).isNull();
            assertThat(door.secureAddress()).isNotNull();
            door.openRest();
            assertThat(door.plainAddress()).isNull();

            other.close();
            door.openRest();
            Laptop again = Laptop.plain(door.plainAddress());
            assertThat(again.get("status").getResponseText()).isEqualTo("1");
            again.close();
        }
    }
}
