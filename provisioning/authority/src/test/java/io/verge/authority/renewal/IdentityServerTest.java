package io.verge.authority.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.authority.json.JsonObject;
import io.verge.authority.keys.Keys;
import io.verge.authority.renewal.Desk.Holder;
import io.verge.authority.serve.IdentityServer;
import io.verge.authority.serve.Serving;
import io.verge.broker.DeskBroker;
import io.verge.json.tree.JsonTree;
import io.verge.mqtt.Arrival;
import io.verge.mqtt.BrokerAccess;
import io.verge.mqtt.BrokerSession;
import io.verge.mqtt.Outgoing;
import io.verge.mqtt.SessionSettings;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The desk, a real broker, and a box that asks. */
@Timeout(120)
class IdentityServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Desk desk = new Desk(false);
    private final Holder holder = desk.box("box-17");
    private final KeyPair next = Keys.p256();
    private DeskBroker broker;
    private Serving serving;
    private BrokerSession box;

    @BeforeEach
    void start() throws Exception {
        broker = DeskBroker.start(0);
        BrokerAccess access = BrokerAccess.plain("mqtt://127.0.0.1:" + broker.port());
        serving = Serving.begin(out -> {
            IdentityServer server = new IdentityServer(access, Desk.TENANT, desk.itself(), () -> desk.now, out);
            return new Serving.Server(server::run, server::stop);
        });
        String answers = "verge/v1/wuhan/box-17/identity/certificate";
        box = BrokerSession.open(
                new SessionSettings(access, "wuhan.box-17", List.of(answers), Duration.ZERO, 64, null));
    }

    @AfterEach
    void stop() throws Exception {
        box.close();
        serving.stop();
        broker.close();
    }

    private JsonObject ask(Map<String, Object> petition) throws Exception {
        byte[] content = JsonTree.octets(petition);
        box.publish(List.of(new Outgoing(holder.topic(), content, false, Duration.ofSeconds(60), Map.of())));
        List<Arrival> taken = box.take(1, PATIENCE);
        assertThat(taken).as("an answer").hasSize(1);
        box.acknowledge(taken);
        return JsonObject.read(taken.get(0).content());
    }

    @Test
    void aBoxGetsItsCertificate() throws Exception {
        JsonObject answer = ask(Desk.petition(holder, next, "a1"));

        assertThat(answer.text("id")).isEqualTo("a1");
        assertThat(answer.text("certificates")).startsWith("-----BEGIN CERTIFICATE-----");
    }

    @Test
    void afterWhatIsNoneItGoesOn() throws Exception {
        assertThat(ask(Map.of("id", "a1")).whole("code")).isEqualTo(400);

        assertThat(ask(Desk.petition(holder, next, "b2")).has("certificates")).isTrue();
    }
}
