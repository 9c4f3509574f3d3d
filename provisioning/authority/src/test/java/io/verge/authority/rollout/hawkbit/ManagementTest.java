package io.verge.authority.rollout.hawkbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.verge.testkit.ManualClock;
import io.verge.transfer.source.Http;
import io.verge.transfer.source.HttpSettings;
import io.verge.transfer.source.HttpSettings.Credentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server may answer. */
class ManagementTest {
    private FakeHawkbit hawkbit;
    private Management management;

    @BeforeEach
    void begin() throws IOException {
        hawkbit = new FakeHawkbit();
        management = management("admin:admin");
    }

    @AfterEach
    void end() {
        hawkbit.close();
    }

    @Test
    void aListIsReadPageByPage() throws IOException {
        actions(250);
        List<Long> seen = new ArrayList<>();
        management.each("targets/box/actions", "sort=id:DESC", action -> seen.add(action.whole("id")));

        assertThat(seen)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 250).map(n -> 251 - n).boxed().toList());
        assertThat(hawkbit.calls()).hasSize(3);
    }

    @Test
    void whoHasSeenEnoughAsksForNoMore() throws IOException {
        actions(250);
        management.each("targets/box/actions", "sort=id:DESC", action -> false);

        assertThat(hawkbit.calls()).hasSize(1);
    }

    @Test
    void aListWithoutEndIsGivenUp() {
        hawkbit.answer(200, "", "{\"content\":[],\"total\":1000000}");

        assertThatIOException()
                .isThrownBy(() -> management.each("targets", "sort=id:DESC", target -> true))
                .withMessageContaining("more than 10000 targets");
    }

    @Test
    void anAnswerThatIsTooLongIsRefused() {
        hawkbit.answer(200, "", " ".repeat(1 << 20) + "{}");

        assertThatIOException()
                .isThrownBy(() -> management.get("targets"))
                .withMessageContaining("more than 1048576 octets");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>log in</html>", "[1", "\"text\"", "7", "{\"content\":[7]}", "{\"content\":{}}"})
    void whatIsNoListOfObjectsIsRefused(String answer) {
        hawkbit.answer(200, "", answer);

        assertThatIOException().isThrownBy(() -> management.list("targets")).withMessageContaining("expected");
    }

    @Test
    void aRefusalHasThePlaceTheReasonAndTheRemedy() {
        assertThatIOException()
                .isThrownBy(() -> management.get("targets/stranger/actions/7"))
                .isInstanceOfSatisfying(
                        ManagementException.class, e -> assertThat(e.isAbsent()).isTrue())
                .withMessage("hawkBit answers 404 for /rest/v1/targets/stranger/actions/7:"
                        + " Action with given identifier {7} does not exist.");
        assertThatIOException()
                .isThrownBy(() -> management("admin:wrong").get("targets"))
                .withMessageContaining("hawkBit answers 401 for /rest/v1/targets")
                .withMessageContaining("--hawkbit-user-file");
    }

    @Test
    void whatSaysThatThereIsNothingWithoutAReasonIsNotHawkbit() {
        hawkbit.answer(404, "", "<html>no such service</html>");

        assertThatIOException()
                .isThrownBy(() -> management.get("targets/box"))
                .isInstanceOfSatisfying(ManagementException.class, e -> {
                    assertThat(e.isAbsent()).isFalse();
                    assertThat(e.isFinal()).isFalse();
                });
    }

    @Test
    void aQuotaThatIsUsedUpIsFinalForTheBox() {
        hawkbit.answer(
                403, "", "{\"errorCode\":\"hawkbit.server.error.quota.tooManyEntries\",\"message\":\"too many\"}");

        assertThatIOException()
                .isThrownBy(() -> management.get("targets/box"))
                .isInstanceOfSatisfying(
                        ManagementException.class, e -> assertThat(e.isFinal()).isTrue());
    }

    @Test
    void whoIsBusySaysForHowLong() {
        hawkbit.answer(429, "120", "");

        assertThatIOException()
                .isThrownBy(() -> management.get("targets"))
                .isInstanceOfSatisfying(
                        ManagementException.class, e -> assertThat(e.patience()).isEqualTo(Duration.ofMinutes(2)));
    }

    @Test
    void aServerThatIsAwayIsNamed() {
        hawkbit.close();

        assertThatIOException()
                .isThrownBy(() -> management.get("targets"))
                .withMessageStartingWith("hawkBit at localhost:" + hawkbit.uri().getPort() + ": ");
    }

    private void actions(int count) {
        hawkbit.targets(targets -> {
            targets.add(List.of("box"));
            for (int number = 1; number <= count; number++) {
                targets.askedElsewhere("box", number, 77);
            }
        });
    }

    private Management management(String user) {
        String encoded = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
        HttpSettings settings = HttpSettings.DEFAULT.with(new Credentials(hawkbit.uri(), "Basic " + encoded));
        return new Management(new Http(settings, ManualClock.standing()), hawkbit.uri() + "/rest/v1/");
    }
}
