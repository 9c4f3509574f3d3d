package io.verge.diagnostics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.profile.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.elements.exception.ConnectorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the trail hears of this door. */
@Timeout(120)
class WitnessTest extends AtTheCabinet {
    private static final byte[] NOTHING = {};
    private static final byte[] PROFILE = "box: {id: b}".getBytes(StandardCharsets.UTF_8);

    @Test
    void everyChangeIsNotedWithWhoDidItAndWhatCameOfIt() throws ConnectorException, IOException {
        mechanic.send(Code.POST, "bundles/io.verge.driver.radar?do=stop", NOTHING);
        mechanic.send(Code.POST, "bundles/io.verge.driver.radar?do=start", NOTHING);
        mechanic.send(Code.DELETE, "bundles/io.verge.driver.radar", NOTHING);
        mechanic.send(Code.PUT, "config", PROFILE);

        assertThat(cabinet.audit.lines(4))
                .containsExactly(
                        "mechanic maintainer bundle.stop io.verge.driver.radar done",
                        "mechanic maintainer bundle.start io.verge.driver.radar done",
                        "mechanic maintainer bundle.uninstall io.verge.driver.radar done",
                        "mechanic maintainer config.apply  done");
    }

    @Test
    void whatWasInstalledIsNamed() throws ConnectorException, IOException {
        mechanic.send(Code.POST, "bundles", new byte[10]);

        assertThat(cabinet.audit.lines(1))
                .singleElement()
                .asString()
                .startsWith("mechanic maintainer bundle.install  done")
                .contains("\"name\":\"io.verge.driver.radar\",\"version\":\"1.0.0\"");
    }

    @Test
    void whatIsRefusedIsNotedWithTheReason() throws ConnectorException, IOException {
        cabinet.bundles.refusal = "it is a fragment";
        cabinet.profiles.problems.add(new Problem(3, "devices.radar", "no port"));
        mechanic.send(Code.POST, "bundles", new byte[10]);
        mechanic.send(Code.PUT, "config", PROFILE);

        assertThat(cabinet.audit.lines(2)).hasSize(2);
        assertThat(cabinet.audit.lines().get(0)).contains("bundle.install  refused", "it is a fragment");
        assertThat(cabinet.audit.lines().get(1)).contains("config.apply  refused", "no port");
    }

    @Test
    void lookingAndCheckingIsNotNoted() throws ConnectorException, IOException {
        mechanic.get("status");
        mechanic.get("config");
        mechanic.send(Code.POST, "config", PROFILE);

        assertThat(cabinet.audit.lines()).isEmpty();
    }

    @Test
    void whoTriesWhatIsNotTheirsIsNotedOnceAMinuteWithTheCount() throws ConnectorException, IOException {
        Laptop visitor = visitor();
        for (int i = 0; i < 4; i++) {
            visitor.send(Code.PUT, "config", PROFILE);
        }
        assertThat(cabinet.audit.lines()).containsExactly("visitor viewer config.apply config refused");

        cabinet.clock.advance(Duration.ofSeconds(60));
        cabinet.witness.tick();
        cabinet.clock.advance(Duration.ofSeconds(60));
        cabinet.witness.tick();
        visitor.send(Code.DELETE, "bundles/x", NOTHING);

        assertThat(cabinet.audit.lines())
                .containsExactly(
                        "visitor viewer config.apply config refused",
                        "visitor viewer config.apply config refused (3 more in a minute; this is the last of them)",
                        "visitor viewer bundle.uninstall x refused");
    }

    @Test
    void whoHasNoKeyIsNotedByTheAddress() throws ConnectorException, IOException {
        Laptop nobody = closedAfterwards(Laptop.plain(cabinet.door.plainAddress()));

        assertThat(nobody.send(Code.PUT, "config", PROFILE).getCode()).isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(cabinet.audit.lines()).containsExactly("127.0.0.1  config.apply config refused");
    }

    @Test
    void manyIdentitiesCannotFillTheTrail() {
        for (int i = 0; i < 1_000; i++) {
            cabinet.witness.refusedLogin("10.0.0." + i, "it has ended");
        }

        assertThat(cabinet.audit.lines()).hasSize(101);
    }

    @Test
    void theTrailIsShown() throws ConnectorException, IOException {
        mechanic.send(Code.PUT, "config", PROFILE);
        mechanic.send(Code.DELETE, "bundles/x", NOTHING);
        cabinet.audit.lines(2);

        String shown = mechanic.get("audit?last=1").getResponseText();
        assertThat(shown).contains("\"state\":\"OK\"", "\"count\":2", "\"what\":\"bundle.uninstall\",\"object\":\"x\"");
        assertThat(shown).doesNotContain("config.apply");
        assertThat(mechanic.get("audit?last=0").getResponseText()).endsWith("\"entries\":[]}");
    }

    @Test
    void theTrailIsVerifiedOnRequest() throws ConnectorException, IOException {
        assertThat(mechanic.get("audit?verify=all").isSuccess()).isTrue();
        assertThat(cabinet.audit.verified).hasValue(1);
        assertThat(cabinet.audit.lines()).isEmpty();
    }

    @Test
    void withoutATrailThereIsAHintAndChangesAreMade() throws ConnectorException, IOException {
        cabinet.parts.audit = null;

        assertThat(mechanic.get("audit").getResponseText()).contains("io.verge.audit");
        assertThat(mechanic.send(Code.PUT, "config", PROFILE).getCode()).isEqualTo(ResponseCode.CHANGED);
    }
}
