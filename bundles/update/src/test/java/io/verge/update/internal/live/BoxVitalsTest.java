package io.verge.update.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.log.LogLine;
import io.verge.update.internal.Jar;
import io.verge.update.internal.TestActivator;
import io.verge.update.internal.engine.SwitchException;
import io.verge.update.internal.engine.Vitals.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleException;

class BoxVitalsTest {
    private static final String RADAR = "io.verge.driver.radar";

    private LiveBox box;
    private Surroundings around;
    private BoxVitals vitals;
    private final TestComponents components = new TestComponents();

    @BeforeEach
    void start(@TempDir Path folder) throws IOException, BundleException {
        box = new LiveBox(folder, "run", Map.of("drivers/radar.jar", Jar.active(RADAR, "1.0.0")));
        around = new Surroundings(box.clock);
        vitals = new BoxVitals(around, box.workshop(), components, box.clock);
    }

    @AfterEach
    void stop() throws BundleException {
        box.close();
    }

    @Test
    void aBoxAtRestIsNotWorseThanBeforeAlsoThroughText() {
        Sample before = vitals.parse(vitals.sample().text());
        assertThat(vitals.sample().worseThan(before, 1)).isEmpty();
    }

    @Test
    void aBundleThatDoesNotStartIsWorse() throws IOException {
        Sample before = vitals.sample();
        try {
            box.set().become(box.generation(Jar.active(RADAR, "1.1.0").with(TestActivator.FAILS, "start")));
        } catch (SwitchException e) {
            // The engine would go back at once; here it is looked at.
        }
        assertThat(vitals.sample().worseThan(before, 1)).contains("does not run any more: " + RADAR);
    }

    @Test
    void aBundleThatAMaintainerHasStoppedIsNotMissed() throws Exception {
        Sample before = vitals.sample();
        box.keeper().stop(RADAR);
        assertThat(vitals.sample().worseThan(before, 1)).isEmpty();
    }

    @Test
    void aComponentThatWaitsForAServiceIsWorse() {
        Sample before = vitals.sample();
        components.waits("io.verge.driver.radar.Radar", "radar-ne");
        assertThat(vitals.sample().worseThan(before, 1))
                .contains("components do not run any more: radar-ne (io.verge.driver.radar.Radar)");
    }

    @Test
    void errorsOfTheLastMinuteAreCountedOnce() {
        Sample before = vitals.sample();
        around.logs = (after, limit) -> LongStream.range(after + 1, 50)
                .mapToObj(number -> new LogLine(number, Instant.EPOCH, "ERROR", "radar", "no frame", null))
                .toList();
        assertThat(vitals.sample().worseThan(before, 1)).get().asString().contains("50 errors");
        assertThat(vitals.sample().worseThan(before, 1)).get().asString().contains("50 errors");
        box.clock.advance(Duration.ofSeconds(61));
        assertThat(vitals.sample().worseThan(before, 1)).isEmpty();
    }
}
