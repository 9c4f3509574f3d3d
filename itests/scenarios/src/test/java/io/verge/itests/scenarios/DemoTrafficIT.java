package io.verge.itests.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.driver.simulator.internal.play.Rig;
import io.verge.driver.simulator.internal.world.Incidents;
import io.verge.driver.simulator.internal.world.Layout;
import io.verge.driver.simulator.internal.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The traffic of the shipped demo. */
class DemoTrafficIT {
    private static final Path PROFILE = Path.of("../../device-profiles/demo/profile.yaml");
    private static final int MINUTE = 60_000;

    @Test
    void everyWarningAppHasSomethingToSayInTheFirstMinute() throws IOException {
        Map<?, ?> simulator = simulator();
        int seed = number(simulator, "seed");
        World world = new World(
                new Layout(),
                number(simulator, "vehicles"),
                number(simulator, "pedestrians"),
                Incidents.parse("incidents", lines(map(simulator, "incidents"))),
                number(simulator, "buses"),
                new SplittableRandom(seed));
        while (world.millis() < Rig.BEGIN) {
            world.step();
        }
        Pictures pictures = new SensedPictures(Apps.site(new Layout().map()), seed);
        Watch watch = new Watch(Apps.warners(Apps.site(new Layout().map())));
        while (world.millis() < Rig.BEGIN + MINUTE) {
            world.step();
            pictures.after(world, watch::show);
        }
        Set<String> spoke = watch.alarms().stream().map(Alarm::app).collect(Collectors.toSet());
        assertThat(spoke)
                .containsExactlyInAnyOrder(
                        "collision-warning", "red-light-warning", "pedestrian-warning", "incident-warning");
    }

    private static Map<?, ?> simulator() throws IOException {
        Object profile = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(PROFILE));
        return map(map((Map<?, ?>) Objects.requireNonNull(profile), "devices"), "simulator");
    }

    private static Map<?, ?> map(Map<?, ?> in, String key) {
        return (Map<?, ?>) Objects.requireNonNull(in.get(key), key);
    }

    private static int number(Map<?, ?> in, String key) {
        return (Integer) Objects.requireNonNull(in.get(key), key);
    }

    private static List<String> lines(Map<?, ?> incidents) {
        return incidents.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    }
}
