package io.verge.profile.internal;

import io.verge.profile.Samples;
import io.verge.testkit.DirectStages;
import io.verge.testkit.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.List;
import java.util.Objects;
import org.osgi.service.cm.Configuration;

/** A profile in a folder, and the service for it in a framework with Felix's ConfigurationAdmin. */
final class ProfileBox {
    static final String RADAR = "io.verge.driver.radar-ti-mmwave~radar-ne";
    static final String SIGNAL = "io.verge.driver.signal-tscbm~signal";
    static final String RADIO = "io.verge.driver.radio-rsu41~rsu";
    static final List<String> ALL = List.of(
            "io.verge.app.collision-warning~collision-warning",
            "io.verge.app.sensor-sharing~sensor-sharing",
            "io.verge.app.signal-phase~signal-phase",
            RADAR,
            RADIO,
            SIGNAL,
            "io.verge.messages.csae",
            "io.verge.perception",
            "io.verge.site");
    static final String BAD = Samples.PROFILE.replace("listen: 6053", "listen: 0");
    static final String BAD_PROBLEM = "devices.signal.listen: a whole number from 1 to 65535 was expected,"
            + " 0 was found (Port: UDP port that the controller sends to)";

    final Path place;
    final ManualClock clock = ManualClock.standing();
    TestFramework framework;
    private final Path folder;

    ProfileBox(Path folder) throws Exception {
        this.folder = folder;
        place = Samples.folder(folder);
        Files.writeString(place, Samples.PROFILE);
        framework = TestFramework.start(folder, place.toString());
    }

    ProfileService service() {
        return new ProfileService(framework.context(), framework.admin(), clock, new DirectStages());
    }

    /** The bundles stay installed, as after a power cut. */
    void restart() throws Exception {
        restart(place.toString(), "memory");
    }

    void restart(String profile, String persistence) throws Exception {
        stop();
        start(profile, persistence);
    }

    void start(String profile, String persistence) throws Exception {
        framework = TestFramework.start(folder, profile, persistence);
    }

    void stop() throws Exception {
        framework.stop();
    }

    Configuration configuration(String pid) throws Exception {
        return Objects.requireNonNull(framework.admin().listConfigurations("(service.pid=" + pid + ")"))[0];
    }

    Dictionary<String, Object> properties(String pid) throws Exception {
        return configuration(pid).getProperties();
    }

    Path beside(String ending) throws IOException {
        return folder.resolve(place.getFileName() + ending);
    }
}
