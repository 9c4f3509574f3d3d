package io.verge.app.signalpriority.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.verge.api.announcement.PriorityAnnouncement.Answer;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may be served. */
class AuthorityTest {
    @SignalPriorityConfig(id = "p")
    private static final class Default {}

    @SignalPriorityConfig(id = "p", acceptUnsigned = true, roles = "ambulance")
    private static final class Ambulances {}

    @SignalPriorityConfig(id = "p", acceptUnsigned = true, requesters = "00C0")
    private static final class Listed {}

    @SignalPriorityConfig(id = "p", acceptUnsigned = true, minLevel = 6)
    private static final class Important {}

    private static Junction scene(Class<?> configured, String requester) {
        Junction junction = new Junction(configured);
        junction.bus(requester, 30).send();
        return junction.scene();
    }

    @Test
    void nobodyIsServedAsLongAsNobodyIsChecked() {
        Junction junction = scene(Default.class, "00c0ffee");
        assertThat(junction.answer("00c0ffee")).isEqualTo(Answer.REJECTED);
        assertThat(junction.count("rejectedUnsigned")).isEqualTo(1);
        assertThat(junction.controller.calls).isEmpty();
    }

    @Test
    void aRoleThatIsNotListedIsNotServed() {
        assertThat(scene(Ambulances.class, "00c0ffee").count("rejectedRole")).isEqualTo(1);
    }

    @Test
    void aRequesterThatIsNotListedIsNotServed() {
        assertThat(scene(Listed.class, "11c0ffee").count("rejectedRequester")).isEqualTo(1);
    }

    @Test
    void aRequesterWhoseIdBeginsAsListedIsServed() {
        assertThat(scene(Listed.class, "00c0FFEE").answer("00c0FFEE")).isEqualTo(Answer.PROCESSING);
    }

    @Test
    void whatIsNotImportantEnoughIsNotServed() {
        assertThat(scene(Important.class, "00c0ffee").count("rejectedLevel")).isEqualTo(1);
    }

    @Test
    void withoutALevelItIsNotImportantEnough() {
        Junction junction = new Junction(Important.class);
        junction.bus("b1", 30).level(-1).send();
        junction.scene();
        assertThat(junction.count("rejectedLevel")).isEqualTo(1);
    }

    @Test
    void aFileListsMore(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("fleet"), "# buses of line 7\n00c0ffee\n\n00c1 # depot east\n");
        Authority authority = Authority.of(config(Map.of("requestersFile", file.toString())));
        assertThat(authority.requesters()).containsExactly("00c0ffee", "00c1");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("fleet"), "00c0\nbus 7\n");
        Map<String, Object> wrong = Map.of(
                "roles", new String[] {"tram"}, "requesters", new String[] {"xyz"}, "requestersFile", file.toString());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Authority.of(config(wrong)))
                .withMessageContaining("'tram'")
                .withMessageContaining("'xyz'")
                .withMessageContaining("fleet:2: 'bus 7'");
    }

    @Test
    void aFileThatIsNotThereIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Authority.of(config(Map.of("requestersFile", "/nowhere/fleet"))))
                .withMessageContaining("/nowhere/fleet");
    }

    /** With its defaults but these. */
    private static SignalPriorityConfig config(Map<String, Object> values) {
        return (SignalPriorityConfig) Proxy.newProxyInstance(
                SignalPriorityConfig.class.getClassLoader(),
                new Class<?>[] {SignalPriorityConfig.class},
                (proxy, method, arguments) -> {
                    Object value = values.get(method.getName());
                    return value != null ? value : Objects.requireNonNull(method.getDefaultValue());
                });
    }
}
