package io.verge.driver.corrections.ntrip.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.verge.api.observation.CorrectionsReceived;
import io.verge.api.status.State;
import io.verge.api.status.Trouble;
import io.verge.device.internal.DeviceTransports;
import io.verge.device.testkit.Collected;
import io.verge.device.testkit.ScriptedConnection;
import io.verge.device.testkit.ScriptedTransports;
import io.verge.testkit.Crossing;
import io.verge.testkit.ManualClock;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The driver before a caster on a real port, and before scripted streams. */
@Timeout(60)
class CorrectionsSourceTest {
    private final Collected seen = new Collected();
    private final ManualClock clock = ManualClock.leaping();
    private final Map<String, Object> keys = new HashMap<>(Map.of("id", "corrections"));
    private Caster caster;
    private @Nullable CorrectionsSource source;

    @BeforeEach
    void open() throws IOException {
        caster = new Caster();
        keys.put("caster", "127.0.0.1:" + caster.port());
        keys.put("mountpoint", "WUH2");
    }

    @AfterEach
    void close() throws IOException {
        if (source != null) {
            source.close();
        }
        caster.close();
    }

    private CorrectionsSource start() {
        CorrectionsSource started =
                new CorrectionsSource(config(), new DeviceTransports(), seen, clock, Crossing.site(Crossing.map()));
        source = started;
        return started;
    }

    /** With its defaults but the keys of the test. */
    private CorrectionsSourceConfig config() {
        return (CorrectionsSourceConfig) Proxy.newProxyInstance(
                CorrectionsSourceConfig.class.getClassLoader(),
                new Class<?>[] {CorrectionsSourceConfig.class},
                (proxy, method, arguments) -> {
                    Object value = keys.get(method.getName());
                    return value != null ? value : Objects.requireNonNull(method.getDefaultValue());
                });
    }

    private List<Integer> types(int count) throws InterruptedException {
        return seen.await(count, CorrectionsReceived.class).stream()
                .map(CorrectionsReceived::type)
                .toList();
    }

    /** After the caster has refused: it comes again, so the refusal has been dealt with. */
    private Trouble troubleAfter(String answer) throws IOException {
        CorrectionsSource started = start();
        caster.visit().say(answer).close();
        caster.visit();
        // The new visit is not answered yet: what is shown is why the last one failed.
        return Objects.requireNonNull(started.status().status().trouble());
    }

    @Test
    void takesTheStreamOfVersion2() throws IOException, InterruptedException {
        CorrectionsSource started = start();
        Caster.Visit visit = caster.visit();
        assertThat(visit.request).startsWith("GET /WUH2 HTTP/1.1").contains("Ntrip-Version: Ntrip/2.0");
        visit.say("HTTP/1.1 200 OK|Content-Type: gnss/data||").say(Messages.STATION);
        assertThat(types(1)).containsExactly(1005);
        assertThat(started.status().status().state()).isEqualTo(State.OK);
        assertThat(started.status().facts()).containsEntry("station", "2003");
    }

    @Test
    void takesTheStreamOfVersion1() throws IOException, InterruptedException {
        keys.put("version", 1);
        start();
        Caster.Visit visit = caster.visit();
        assertThat(visit.request.get(0)).isEqualTo("GET /WUH2 HTTP/1.0");
        visit.say("ICY 200 OK||").say(Messages.STATION);
        assertThat(types(1)).containsExactly(1005);
    }

    @Test
    void takesWhatCameWithTheAnswer() throws IOException, InterruptedException {
        start();
        byte[] head = "ICY 200 OK\r\n".getBytes(StandardCharsets.US_ASCII);
        caster.visit().say(Messages.join(head, Messages.STATION, Messages.of(1077, 300)));
        assertThat(types(2)).containsExactly(1005, 1077);
    }

    @Test
    void takesChunks() throws IOException, InterruptedException {
        start();
        byte[] head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n19\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] end = "\r\n".getBytes(StandardCharsets.US_ASCII);
        caster.visit()
                .say(Messages.join(head, Messages.STATION, end))
                .say("1|")
                .say(Messages.join(new byte[] {Messages.STATION[0]}, end))
                .say("18|")
                .say(Arrays.copyOfRange(Messages.STATION, 1, 25));
        assertThat(types(2)).containsExactly(1005, 1005);
    }

    @Test
    void connectsAgainWhenTheLastChunkHasCome() throws IOException, InterruptedException {
        start();
        caster.visit().say("HTTP/1.1 200 OK|Transfer-Encoding: chunked||0||");
        caster.visit().say("ICY 200 OK|").say(Messages.STATION);
        assertThat(types(1)).containsExactly(1005);
    }

    @Test
    void connectsAgainAfterALoss() throws IOException, InterruptedException {
        start();
        caster.visit().say("ICY 200 OK|").say(Messages.STATION).close();
        caster.visit().say("ICY 200 OK|").say(Messages.STATION);
        assertThat(types(2)).containsExactly(1005, 1005);
    }

    @Test
    void aWrongPasswordIsSaidWithWhatToDo() throws IOException {
        Trouble trouble = troubleAfter("HTTP/1.1 401 Unauthorized||");
        assertThat(trouble.code()).isEqualTo("unauthorized");
        assertThat(trouble.cause()).contains("HTTP/1.1 401 Unauthorized");
        assertThat(trouble.remedy()).contains("passwordFile");
    }

    @Test
    void aMountpointThatIsNotThereIsSaidWithWhatToDo() throws IOException {
        Trouble trouble = troubleAfter("SOURCETABLE 200 OK|Server: x||STR;OTHER;|");
        assertThat(trouble.code()).isEqualTo("no-mountpoint");
        assertThat(trouble.remedy()).contains("mountpoint");
    }

    @Test
    void theCasterIsToldThePlaceOfTheBox() throws IOException, InterruptedException {
        keys.put("gga", 10);
        start();
        Caster.Visit visit = caster.visit().say("ICY 200 OK|").say(Messages.STATION);
        assertThat(visit.line()).startsWith("$GPGGA,").contains(",3030.0000,N,11418.0000,E,");
        assertThat(types(1)).hasSize(1);
        clock.advance(Duration.ofSeconds(10));
        assertThat(visit.line()).startsWith("$GPGGA,");
    }

    @Test
    void silenceIsSaidWithWhatToCheck() throws IOException, InterruptedException {
        CorrectionsSource started = start();
        caster.visit().say("ICY 200 OK|").say(Messages.STATION);
        types(1);
        clock.advance(Duration.ofMillis(5001));
        Trouble trouble = Objects.requireNonNull(started.status().status().trouble());
        assertThat(trouble.code()).isEqualTo("no-data");
        assertThat(trouble.remedy()).contains("WUH2");
    }

    @Test
    void aDeadStreamIsOpenedAgain() throws IOException, InterruptedException {
        start();
        caster.visit().say("ICY 200 OK|").say(Messages.STATION);
        types(1);
        clock.advance(Duration.ofSeconds(31));
        caster.visit().say("ICY 200 OK|").say(Messages.STATION);
        assertThat(types(2)).hasSize(2);
    }

    @Test
    void takesTheStreamOfASerialPort() throws InterruptedException {
        keys.putAll(Map.of("caster", "", "mountpoint", "", "port", "/dev/ttyS1"));
        ScriptedTransports transports = new ScriptedTransports();
        source = new CorrectionsSource(config(), transports, seen, clock, Crossing.site(Crossing.map()));
        ScriptedConnection port = transports.awaitConnection();
        assertThat(port.address()).isEqualTo("serial /dev/ttyS1 115200");
        port.give(Messages.STATION);
        assertThat(types(1)).containsExactly(1005);
    }

    @Test
    void playsARecordingToItsEnd() throws InterruptedException {
        keys.putAll(Map.of("caster", "", "file", "night.rtcm3"));
        ScriptedTransports transports = new ScriptedTransports();
        transports.onOpen(connection -> connection.give(Messages.STATION).end());
        CorrectionsSource started =
                new CorrectionsSource(config(), transports, seen, clock, Crossing.site(Crossing.map()));
        source = started;
        transports.awaitConnection().awaitClosed();
        assertThat(started.status().counters()).containsEntry("frames", 1L);
    }

    @Test
    void moreThanOneSourceIsRefused() {
        keys.put("port", "/dev/ttyS1");
        assertThatIllegalArgumentException().isThrownBy(this::start).withMessageContaining("exactly one");
    }

    @Test
    void noSourceIsRefused() {
        keys.put("caster", "");
        assertThatIllegalArgumentException().isThrownBy(this::start).withMessageContaining("exactly one");
    }
}
