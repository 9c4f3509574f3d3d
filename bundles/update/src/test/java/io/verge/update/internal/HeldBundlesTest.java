package io.verge.update.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.bundle.BundleRefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.osgi.framework.BundleException;

/** While an update is on probation nobody changes bundles by hand. */
class HeldBundlesTest {
    private static final String RADAR = "io.verge.driver.radar";
    private static final String WHY = "2026.12.1 is on probation until about 08:05";
    private static final Jar NEXT = Jar.active(RADAR, "1.1.0");

    private Box box;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException, BundleException {
        box = new Box(folder, Map.of(RADAR + ".jar", Jar.active(RADAR, "1.0.0")));
        box.bundles().guard = () -> Optional.of(WHY);
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        box.close();
    }

    /** What a maintainer may do to a bundle. */
    enum Change {
        INSTALL,
        INSTALL_BESIDE,
        PROMOTE,
        UNINSTALL,
        START,
        STOP;

        void make(Box box) throws BundleRefusedException {
            switch (this) {
                case INSTALL -> box.install(NEXT);
                case INSTALL_BESIDE -> box.installBeside(NEXT);
                case PROMOTE -> box.bundles().promote(RADAR);
                case UNINSTALL -> box.bundles().uninstall(RADAR);
                case START -> box.bundles().start(RADAR);
                case STOP -> box.bundles().stop(RADAR);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void itIsRefusedAndNothingIsTouched(Change change) {
        assertThatThrownBy(() -> change.make(box))
                .isInstanceOf(BundleRefusedException.class)
                .hasMessage(WHY);

        assertThat(box.state(RADAR)).isEqualTo("1.0.0 active");
        assertThat(box.list()).isEmpty();
    }

    @Test
    void afterwardsItIsMade() throws BundleRefusedException {
        box.bundles().guard = Optional::empty;
        box.install(NEXT);

        assertThat(box.state(RADAR)).isEqualTo("1.1.0 active");
    }
}
