package io.verge.profile.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.profile.Problem;
import io.verge.profile.Report;
import io.verge.profile.Report.Change;
import io.verge.profile.Report.Kind;
import io.verge.profile.Samples;
import io.verge.testkit.DirectStages;
import io.verge.testkit.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** The service in a framework with Felix's ConfigurationAdmin. */
class ProfileServiceTest {
    private static final String RADAR = "io.verge.driver.radar-ti-mmwave~radar-ne";
    private static final String SIGNAL = "io.verge.driver.signal-tscbm~signal";
    private static final String RADIO = "io.verge.driver.radio-rsu41~rsu";
    private static final List<String> ALL = List.of(
            "io.verge.app.collision-warning~collision-warning",
            "io.verge.app.sensor-sharing~sensor-sharing",
            "io.verge.app.signal-phase~signal-phase",
            RADAR,
            RADIO,
            SIGNAL,
            "io.verge.messages.csae",
            "io.verge.perception",
            "io.verge.site");
    private static final String BAD = Samples.PROFILE.replace("listen: 6053", "listen: 0");
    private static final String BAD_PROBLEM = "devices.signal.listen: a whole number from 1 to 65535 was expected,"
            + " 0 was found (Port: UDP port that the controller sends to)";

    private final Path folder;
    private final Path place;
    private final ManualClock clock = ManualClock.standing();
    private TestFramework framework;

    ProfileServiceTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        place = Samples.folder(folder);
        Files.writeString(place, Samples.PROFILE);
        framework = TestFramework.start(folder, place.toString());
    }

    @AfterEach
    void stop() throws Exception {
        framework.stop();
    }

    @Test
    void appliesTheProfileAtStart() throws Exception {
        framework.installAll();

        ProfileService service = service();

        assertThat(framework.pids()).isEqualTo(ALL);
        assertThat(service.status()).isEqualTo(Status.of(State.OK, clock.now()));
        assertThat(service.problems()).isEmpty();
        assertThat(service.text()).isEqualTo(Samples.PROFILE);
    }

    @Test
    void givesComponentsTheirTypesAndTheirName() throws Exception {
        framework.installAll();

        service();

        Dictionary<String, Object> radio = properties(RADIO);
        assertThat(radio.get("id")).isEqualTo("rsu");
        assertThat(radio.get("service.factoryPid")).isEqualTo("io.verge.driver.radio-rsu41");
        assertThat(radio.get("channels")).isEqualTo(new Integer[] {172, 183});
        assertThat(properties(SIGNAL).get("groups")).isEqualTo(new String[] {"1=1", "2=4"});
        assertThat(properties(RADAR).get("mount.azimuth")).isEqualTo(225.0);
    }

    @Test
    void bindsConfigurationsToNoBundle() throws Exception {
        framework.installAll();

        service();

        assertThat(configuration(RADIO).getBundleLocation()).isEqualTo("?");
    }

    @Test
    void touchesOnlyTheConfigurationWhoseBlockChanged() throws Exception {
        framework.installAll();
        ProfileService service = service();
        framework.events();

        Report report = service.apply(Samples.bytes(Samples.PROFILE.replace("azimuth: 225", "azimuth: 226")));

        assertThat(report.changes()).containsExactly(new Change(Kind.UPDATED, RADAR));
        assertThat(framework.events()).containsExactly("updated " + RADAR);
        assertThat(properties(RADAR).get("mount.azimuth")).isEqualTo(226.0);
    }

    @Test
    void touchesNothingWhenNothingChanged() throws Exception {
        framework.installAll();
        ProfileService service = service();
        framework.events();

        assertThat(service.apply(Samples.bytes("# a comment\n" + Samples.PROFILE))
                        .changes())
                .isEmpty();
        assertThat(framework.events()).isEmpty();
    }

    @Test
    void deletesWhatIsGoneBeforeItCreatesWhatIsNew() throws Exception {
        framework.installAll();
        ProfileService service = service();
        framework.events();

        Report report = service.apply(Samples.bytes(Samples.PROFILE.replace("radar-ne:", "radar-a:")));

        assertThat(report.changes())
                .containsExactly(
                        new Change(Kind.DELETED, RADAR),
                        new Change(Kind.CREATED, "io.verge.driver.radar-ti-mmwave~radar-a"));
        assertThat(framework.events())
                .containsExactly("deleted " + RADAR, "updated io.verge.driver.radar-ti-mmwave~radar-a");
    }

    @Test
    void leavesConfigurationsOfOthersAlone() throws Exception {
        framework.installAll();
        Configuration other = framework.admin().getFactoryConfiguration("io.verge.driver.everything", "x", "?");
        other.update(FrameworkUtil.asDictionary(Map.of("tiny", 1)));
        framework.events();

        service();

        assertThat(framework.events()).hasSize(ALL.size()).noneMatch(event -> event.contains("everything"));
        assertThat(framework.pids()).contains("io.verge.driver.everything~x");
    }

    @Test
    void configuresNothingWhenTheFirstProfileIsWrong() throws Exception {
        framework.installAll();
        Files.writeString(place, BAD);

        ProfileService service = service();

        assertThat(framework.pids()).isEmpty();
        assertThat(service.problems()).extracting(Problem::toString).containsExactly(BAD_PROBLEM);
        assertThat(service.status())
                .isEqualTo(Status.of(
                        State.FAILED,
                        clock.now(),
                        "bad-profile",
                        place + ":6: " + BAD_PROBLEM,
                        "correct the profile and apply it; until then nothing is configured"));
    }

    @Test
    void refusesAWrongProfileAndKeepsThePresentOne() throws Exception {
        framework.installAll();
        ProfileService service = service();
        framework.events();

        Report report = service.apply(Samples.bytes(BAD));

        assertThat(report.problems()).extracting(Problem::toString).containsExactly(BAD_PROBLEM);
        assertThat(framework.events()).isEmpty();
        assertThat(place).content().isEqualTo(Samples.PROFILE);
        assertThat(service.status().state()).isEqualTo(State.OK);
        assertThat(service.text()).isEqualTo(Samples.PROFILE);
    }

    @Test
    void checksWithoutChangingAnything() throws Exception {
        framework.installAll();
        ProfileService service = service();
        framework.events();

        assertThat(service.check(Samples.bytes(BAD)).problems())
                .extracting(Problem::toString)
                .containsExactly(BAD_PROBLEM);
        assertThat(service.check(Samples.bytes(Samples.PROFILE.replace("225", "1")))
                        .good())
                .isTrue();
        assertThat(framework.events()).isEmpty();
        assertThat(place).content().isEqualTo(Samples.PROFILE);
    }

    @Test
    void putsTheNewProfileInThePlaceOfTheOld() throws Exception {
        framework.installAll();
        ProfileService service = service();
        String next = Samples.PROFILE.replace("age: 400", "age: 300");

        service.apply(Samples.bytes(next));

        assertThat(place).content().isEqualTo(next);
        assertThat(beside(".previous")).content().isEqualTo(Samples.PROFILE);
        assertThat(beside(".last-good")).content().isEqualTo(next);
        assertThat(service.text()).isEqualTo(next);
    }

    @Test
    void appliesTheFirstProfileOfABox() throws Exception {
        framework.installAll();
        Files.delete(place);
        ProfileService service = service();
        assertThat(service.status().state()).isEqualTo(State.FAILED);

        Report report = service.apply(Samples.bytes(Samples.PROFILE));

        assertThat(report.good()).isTrue();
        assertThat(framework.pids()).isEqualTo(ALL);
        assertThat(service.status().state()).isEqualTo(State.OK);
    }

    @Test
    void readsTheProfileAgainWhenAsked() throws Exception {
        framework.installAll();
        ProfileService service = service();
        Files.writeString(place, Samples.PROFILE.replace("age: 400", "age: 300"));

        assertThat(service.reload().changes()).containsExactly(new Change(Kind.UPDATED, "io.verge.perception"));
    }

    @Test
    void keepsWhatIsConfiguredWhenTheFileBecomesWrong() throws Exception {
        framework.installAll();
        ProfileService service = service();
        framework.events();
        Files.writeString(place, BAD);

        assertThat(service.reload().good()).isFalse();

        assertThat(framework.events()).isEmpty();
        assertThat(service.status().state()).isEqualTo(State.DEGRADED);
        assertThat(Objects.requireNonNull(service.status().trouble()).remedy())
                .isEqualTo("correct the profile and apply it; until then the last good profile stays in force");
    }

    @Test
    void startsWithTheLastGoodProfileWhenTheFileIsWrong() throws Exception {
        framework.installAll();
        service().close();
        Files.writeString(place, BAD);
        restart();

        ProfileService service = service();

        assertThat(framework.pids()).isEqualTo(ALL);
        assertThat(service.status().state()).isEqualTo(State.DEGRADED);
        assertThat(service.problems()).extracting(Problem::toString).containsExactly(BAD_PROBLEM);
        assertThat(place).content().isEqualTo(BAD);
    }

    @Test
    void startsWithTheRightBlocksWhenADriverIsMissing() throws Exception {
        Bundle radar = framework.install("radar", Samples.RADAR);
        framework.install(
                "others",
                Samples.ALL.stream().filter(s -> !s.equals(Samples.RADAR)).toArray(String[]::new));
        service().close();
        radar.uninstall();
        restart();

        ProfileService service = service();

        assertThat(framework.pids())
                .isEqualTo(ALL.stream().filter(pid -> !pid.equals(RADAR)).toList());
        assertThat(service.status().state()).isEqualTo(State.DEGRADED);
        framework.events();
        framework.install("radar", Samples.RADAR);
        assertThat(framework.events()).containsExactly("updated " + RADAR);
        assertThat(service.status().state()).isEqualTo(State.OK);
    }

    @Test
    void appliesTheProfileWhenTheMissingDriverComes() throws Exception {
        framework.install(
                "others",
                Samples.ALL.stream().filter(s -> !s.equals(Samples.RADAR)).toArray(String[]::new));
        ProfileService service = service();
        assertThat(service.problems())
                .extracting(Problem::toString)
                .containsExactly("devices.radar-ne.driver: no installed bundle offers the driver 'radar-ti-mmwave';"
                        + " there are everything, radio-rsu41, signal-tscbm");
        clock.advance(Duration.ofSeconds(5));

        framework.install("radar", Samples.RADAR);

        assertThat(framework.pids()).isEqualTo(ALL);
        assertThat(service.status()).isEqualTo(Status.of(State.OK, clock.now()));
    }

    @Test
    void doesNotCareThatABundleIsStartedOrUpdatedToTheSame() throws Exception {
        Bundle all = framework.installAll();
        ProfileService service = service();
        framework.events();

        all.start();
        framework.update(all, "all", Samples.ALL.toArray(new String[0]));
        all.stop();

        assertThat(framework.events()).isEmpty();
        assertThat(service.status().state()).isEqualTo(State.OK);
    }

    @Test
    void keepsTheConfigurationOfADriverThatGoes() throws Exception {
        framework.install(
                "others",
                Samples.ALL.stream().filter(s -> !s.equals(Samples.RADAR)).toArray(String[]::new));
        Bundle radar = framework.install("radar", Samples.RADAR);
        ProfileService service = service();
        framework.events();

        radar.uninstall();

        assertThat(framework.events()).isEmpty();
        assertThat(framework.pids()).isEqualTo(ALL);
        assertThat(service.status().state()).isEqualTo(State.DEGRADED);
    }

    @Test
    void checksAgainWhenAnUpdateDescribesOtherKeys() throws Exception {
        Bundle radar = framework.install("radar", Samples.EVERYTHING);
        framework.install(
                "others",
                Samples.ALL.stream().filter(s -> !s.equals(Samples.RADAR)).toArray(String[]::new));
        ProfileService service = service();
        assertThat(service.status().state()).isEqualTo(State.FAILED);

        framework.update(radar, "radar", Samples.RADAR);

        assertThat(service.status().state()).isEqualTo(State.OK);
    }

    @Test
    void keepsTheTimeSinceWhenItIsAsItIs() throws Exception {
        framework.installAll();
        ProfileService service = service();
        Status first = service.status();
        clock.advance(Duration.ofMinutes(1));

        service.reload();

        assertThat(service.status()).isEqualTo(first);
    }

    @Test
    void saysThatTheFileIsMissing() throws Exception {
        framework.installAll();
        Files.delete(place);

        ProfileService service = service();

        assertThat(service.status())
                .isEqualTo(Status.of(
                        State.FAILED,
                        clock.now(),
                        "no-profile",
                        place + ": the file " + place + " does not exist",
                        "apply a profile; until then nothing is configured"));
        assertThat(service.text()).isEmpty();
    }

    @Test
    void saysThatNoProfileIsNamed() throws Exception {
        framework.stop();
        framework = TestFramework.start(folder, "");

        ProfileService service = service();

        assertThat(service.problems())
                .extracting(Problem::toString)
                .containsExactly("the framework property verge.profile, which names the profile, is not set");
        assertThat(service.apply(Samples.bytes(Samples.PROFILE)).good()).isFalse();
    }

    @Test
    void refusesAProfileThatCannotBeWritten() throws Exception {
        framework.installAll();
        ProfileService service = service();
        framework.events();
        Files.createDirectories(beside(".new"));

        Report report = service.apply(Samples.bytes(Samples.PROFILE.replace("225", "1")));

        assertThat(report.problems())
                .singleElement()
                .asString()
                .startsWith("the profile cannot be written to " + place + ": ");
        assertThat(framework.events()).isEmpty();
    }

    @Test
    void worksWhereNoCopyCanBeKept() throws Exception {
        framework.installAll();
        Files.createDirectories(beside(".last-good.new"));

        ProfileService service = service();

        assertThat(service.status().state()).isEqualTo(State.OK);
        assertThat(framework.pids()).isEqualTo(ALL);
    }

    @Test
    void leavesNoConfigurationBehindInMemory() throws Exception {
        framework.installAll();
        service().close();

        restart();

        assertThat(framework.pids()).isEmpty();
    }

    @Test
    void deletesWhatVanishedWhileAFrameworkThatRemembersWasOff() throws Exception {
        framework.stop();
        framework = TestFramework.start(folder, place.toString(), "file");
        framework.installAll();
        service().close();
        framework.stop();
        Files.writeString(place, Samples.PROFILE.replaceAll("  radar-ne.*\n", ""));
        framework = TestFramework.start(folder, place.toString(), "file");

        service();

        assertThat(framework.events()).containsExactly("deleted " + RADAR);
    }

    @Test
    void leavesWhatAFrameworkRemembersWhenTheFileIsWrong() throws Exception {
        framework.stop();
        framework = TestFramework.start(folder, place.toString(), "file");
        framework.installAll();
        service().close();
        framework.stop();
        Files.writeString(place, BAD);
        framework = TestFramework.start(folder, place.toString(), "file");

        assertThat(service().status().state()).isEqualTo(State.DEGRADED);

        assertThat(framework.events()).isEmpty();
        assertThat(framework.pids()).isEqualTo(ALL);
    }

    @Test
    void saysThatConfigurationsCannotBeStored() throws Exception {
        framework.installAll();

        ProfileService service =
                new ProfileService(framework.context(), new FullDisk(framework.admin()), clock, new DirectStages());

        assertThat(service.status())
                .isEqualTo(Status.of(
                        State.DEGRADED,
                        clock.now(),
                        "not-stored",
                        "the configurations cannot be stored: IOException no space left",
                        "check the disk"));
    }

    private ProfileService service() {
        return new ProfileService(framework.context(), framework.admin(), clock, new DirectStages());
    }

    /** The bundles stay installed, as after a power cut. */
    private void restart() throws Exception {
        framework.stop();
        framework = TestFramework.start(folder, place.toString());
    }

    private Configuration configuration(String pid) throws Exception {
        return Objects.requireNonNull(framework.admin().listConfigurations("(service.pid=" + pid + ")"))[0];
    }

    private Dictionary<String, Object> properties(String pid) throws Exception {
        return configuration(pid).getProperties();
    }

    private Path beside(String ending) throws IOException {
        return folder.resolve(place.getFileName() + ending);
    }

    /** Reads configurations and makes none. */
    private record FullDisk(ConfigurationAdmin admin) implements ConfigurationAdmin {
        @Override
        public Configuration createFactoryConfiguration(String factoryPid) throws IOException {
            throw new IOException("no space left");
        }

        @Override
        public Configuration createFactoryConfiguration(String factoryPid, String location) throws IOException {
            throw new IOException("no space left");
        }

        @Override
        public Configuration getConfiguration(String pid, String location) throws IOException {
            throw new IOException("no space left");
        }

        @Override
        public Configuration getConfiguration(String pid) throws IOException {
            throw new IOException("no space left");
        }

        @Override
        public Configuration getFactoryConfiguration(String factoryPid, String name, String location)
                throws IOException {
            throw new IOException("no space left");
        }

        @Override
        public Configuration getFactoryConfiguration(String factoryPid, String name) throws IOException {
            throw new IOException("no space left");
        }

        @Override
        public Configuration[] listConfigurations(String filter) throws IOException, InvalidSyntaxException {
            return admin.listConfigurations(filter);
        }
    }
}
