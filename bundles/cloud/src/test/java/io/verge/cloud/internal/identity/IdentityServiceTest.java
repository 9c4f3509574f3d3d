package io.verge.cloud.internal.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.keys.Identity;
import io.verge.cloud.internal.keys.Pem;
import io.verge.cloud.internal.mqtt.Inbound;
import io.verge.cloud.internal.mqtt.Outbound;
import io.verge.cloud.internal.session.Publisher;
import io.verge.json.tree.JsonTree;
import io.verge.json.tree.JsonTreeReader;
import io.verge.profile.Problem;
import io.verge.profile.Profiles;
import io.verge.profile.Report;
import io.verge.testkit.DirectStages;
import java.nio.ByteBuffer;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The topics of the identity, and the profile that gets a name. */
class IdentityServiceTest {
    private static final Topics CLAIM = new Topics("wuhan", "claim-0017");

    private final IdentityBox box = IdentityBox.claimed();
    private final DirectStages stages = new DirectStages();
    private final TestProfiles profiles = new TestProfiles();
    private final List<Outbound> sent = new ArrayList<>();
    private final IdentityService service = new IdentityService(profiles, box.clock, stages, box.disk, new Random(3));

    @BeforeEach
    void begin() {
        service.credentials = box;
        service.publisher = new TestPublisher();
        service.began(CLAIM, false);
    }

    private Map<String, Object> petition() throws Exception {
        return JsonTreeReader.of(Answer.LARGEST, 2).object(sent.get(0).content());
    }

    private static byte[] der(@Nullable Object pem) {
        return Base64.getMimeDecoder().decode(String.valueOf(pem).replaceAll("-----[A-Z ]+-----", ""));
    }

    @Test
    void aPetitionGoesToItsTopicAndDoesNotStayForEver() {
        assertThat(sent).singleElement().satisfies(message -> {
            assertThat(message.topic()).isEqualTo("verge/v1/wuhan/claim-0017/identity/request");
            assertThat(message.quality()).isEqualTo(1);
            assertThat(message.retained()).isFalse();
            assertThat(message.expiry()).isLessThanOrEqualTo(Duration.ofMinutes(1));
            assertThat(message.content().remaining()).isLessThan(Answer.LARGEST / 4);
        });
    }

    @Test
    void aPetitionIsSignedWithTheKeyInUse() throws Exception {
        Map<String, Object> petition = petition();

        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initVerify(box.present().certificate());
        signature.update(der(petition.get("request")));
        assertThat(signature.verify(der(petition.get("signature")))).isTrue();
        assertThat(petition)
                .containsEntry(
                        "certificate", Pem.certificates(List.of(box.present().certificate())));
    }

    @Test
    void anAnswerThatIsForAnotherBoxIsPassedOver() throws Exception {
        answer("verge/v1/wuhan/claim-0018/identity/certificate");

        assertThat(box.present().subject().isClaim()).isTrue();
    }

    @Test
    void theNameIsWrittenIntoTheProfile() throws Exception {
        answer("verge/v1/wuhan/claim-0017/identity/certificate");

        assertThat(box.present().subject().box()).isEqualTo("box-17");
        assertThat(profiles.text).isEqualTo("box: {id: box-17, tenant: wuhan, latitude: 30.5}");
    }

    @Test
    void whereThereIsNoIdentityNothingIsListenedTo() {
        service.credentials = null;

        assertThat(service.filters(CLAIM)).isEmpty();
    }

    @Test
    void itIsServedBeforeTheBoxHasAName() {
        assertThat(service.claims()).isTrue();
        assertThat(service.filters(CLAIM)).containsExactly("verge/v1/wuhan/claim-0017/identity/certificate");
    }

    private void answer(String topic) throws Exception {
        Identity waiting = box.open(IdentityBox.NEXT);
        String chain = Pem.certificates(box.authority.issue(
                IdentityBox.BOX, waiting.certificate().getPublicKey(), box.clock.now(), box.end.plusSeconds(1)));
        String answer = JsonTree.write(Map.of("id", String.valueOf(petition().get("id")), "certificates", chain));
        ByteBuffer content = ByteBuffer.wrap(answer.getBytes(UTF_8));
        service.route(new Inbound(topic, content, false, null, null, null, Map.of()));
    }

    private final class TestPublisher implements Publisher {
        @Override
        public boolean publish(Outbound message, Runnable confirmed) {
            return sent.add(message);
        }
    }

    private static final class TestProfiles implements Profiles {
        private String text = "box: {id: unset, latitude: 30.5}";

        @Override
        public Report check(byte[] content) {
            return new Report(List.of(), List.of());
        }

        @Override
        public Report apply(byte[] content) {
            text = new String(content, UTF_8);
            return check(content);
        }

        @Override
        public Report reload() {
            return check(new byte[0]);
        }

        @Override
        public String text() {
            return text;
        }

        @Override
        public Status status() {
            return new Status(State.OK, Instant.EPOCH, null);
        }

        @Override
        public List<Problem> problems() {
            return List.of();
        }
    }
}
