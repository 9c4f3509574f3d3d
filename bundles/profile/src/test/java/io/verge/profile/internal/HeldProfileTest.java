package io.verge.profile.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.profile.Report;
import io.verge.profile.Samples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While an update is on probation the profile stays as it is. */
class HeldProfileTest {
    private static final String WHY = "2026.12.1 is on probation until about 08:05";
    private static final byte[] OTHER =
            Samples.PROFILE.replace("listen: 6053", "listen: 6054").getBytes(StandardCharsets.UTF_8);

    private final ProfileBox box;
    private final ProfileService service;

    HeldProfileTest(@TempDir Path folder) throws Exception {
        box = new ProfileBox(folder);
        box.framework.installAll();
        service = box.service();
        service.guard = () -> Optional.of(WHY);
    }

    @AfterEach
    void stop() throws Exception {
        box.stop();
    }

    @Test
    void noOtherIsTaken() throws Exception {
        Report report = service.apply(OTHER);

        assertThat(report.problems()).singleElement().hasToString(WHY);
        assertThat(report.changes()).isEmpty();
        assertThat(Files.readString(box.place)).isEqualTo(Samples.PROFILE);
        assertThat(service.text()).isEqualTo(Samples.PROFILE);
    }

    @Test
    void itSaysWhy() {
        assertThat(service.held()).contains(WHY);
    }

    @Test
    void oneMayBeChecked() {
        assertThat(service.check(OTHER).good()).isTrue();
    }

    @Test
    void afterwardsAnotherIsTaken() throws Exception {
        service.guard = Optional::empty;

        assertThat(service.apply(OTHER).good()).isTrue();
        assertThat(box.properties(ProfileBox.SIGNAL).get("listen")).isEqualTo(6054);
    }
}
