package io.verge.profile.internal;

import static io.verge.profile.internal.ProfileBox.ALL;
import static io.verge.profile.internal.ProfileBox.BAD;
import static io.verge.profile.internal.ProfileBox.BAD_PROBLEM;
import static io.verge.profile.internal.ProfileBox.RADAR;
import static io.verge.profile.internal.ProfileBox.RADIO;
import static io.verge.profile.internal.ProfileBox.SIGNAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.profile.Problem;
import io.verge.profile.Report;
import io.verge.profile.Report.Change;
import io.verge.profile.Report.Kind;
import io.verge.profile.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.Configuration;

/** The service in a framework with Felix's ConfigurationAdmin. */
class ProfileServiceTest {
    private final ProfileBox box;

    ProfileServiceTest(@TempDir Path folder) throws Exception {
        box = new ProfileBox(folder);
    }

    @AfterEach
    void stop() throws Exception {
        box.stop();
    }

    @Test
    void appliesTheProfileAtStart() throws Exception {
        box.framework.installAll();

        ProfileService service = box.service();

        assertThat(box.framework.pids()).isEqualTo(ALL);
        assertThat(service.status()).isEqualTo(Status.of(State.OK, box.clock.now()));
        assertThat(service.problems()).isEmpty();
        assertThat(service.text()).isEqualTo(Samples.PROFILE);
    }

    @Test
    void givesComponentsTheirTypesAndTheirName() throws Exception {
        box.framework.installAll();

        box.service();

        Dictionary<String, Object> radio = box.properties(RADIO);
        assertThat(radio.get("id")).isEqualTo("rsu");
        assertThat(radio.get("service.factoryPid")).isEqualTo("io.verge.driver.radio-rsu41");
        assertThat(radio.get("channels")).isEqualTo(new Integer[] {172, 183});
        assertThat(box.properties(SIGNAL).get("groups")).isEqualTo(new String[] {"1=1", "2=4"});
        assertThat(box.properties(RADAR).get("mount.azimuth")).isEqualTo(225.0);
    }

    @Test
    void bindsADeviceToTheBundleOfItsDriverAndNothingElseToAny() throws Exception {
        Bundle all = box.framework.installAll();

        box.service();

        assertThat(box.configuration(RADIO).getBundleLocation()).isEqualTo(all.getLocation());
        assertThat(box.configuration("io.verge.perception").getBundleLocation()).isEqualTo("?");
    }

    @Test
    void touchesOnlyTheConfigurationWhoseBlockChanged() throws Exception {
        box.framework.installAll();
        ProfileService service = box.service();
        box.framework.events();

        Report report = service.apply(Samples.bytes(Samples.PROFILE.replace("azimuth: 225", "azimuth: 226")));

        assertThat(report.changes()).containsExactly(new Change(Kind.UPDATED, RADAR));
        assertThat(box.framework.events()).containsExactly("updated " + RADAR);
        assertThat(box.properties(RADAR).get("mount.azimuth")).isEqualTo(226.0);
    }

    @Test
    void touchesNothingWhenNothingChanged() throws Exception {
        box.framework.installAll();
        ProfileService service = box.service();
        box.framework.events();

        assertThat(service.apply(Samples.bytes("# a comment\n" + Samples.PROFILE))
                        .changes())
                .isEmpty();
        assertThat(box.framework.events()).isEmpty();
    }

    @Test
    void deletesWhatIsGoneBeforeItCreatesWhatIsNew() throws Exception {
        box.framework.installAll();
        ProfileService service = box.service();
        box.framework.events();

        Report report = service.apply(Samples.bytes(Samples.PROFILE.replace("radar-ne:", "radar-a:")));

        assertThat(report.changes())
                .containsExactly(
                        new Change(Kind.DELETED, RADAR),
                        new Change(Kind.CREATED, "io.verge.driver.radar-ti-mmwave~radar-a"));
        assertThat(box.framework.events())
                .containsExactly("deleted " + RADAR, "updated io.verge.driver.radar-ti-mmwave~radar-a");
    }

    @Test
    void leavesConfigurationsOfOthersAlone() throws Exception {
        box.framework.installAll();
        Configuration other = box.framework.admin().getFactoryConfiguration("io.verge.driver.everything", "x", "?");
        other.update(FrameworkUtil.asDictionary(Map.of("tiny", 1)));
        box.framework.events();

        box.service();

        assertThat(box.framework.events()).hasSize(ALL.size()).noneMatch(event -> event.contains("everything"));
        assertThat(box.framework.pids()).contains("io.verge.driver.everything~x");
    }

    @Test
    void refusesAWrongProfileAndKeepsThePresentOne() throws Exception {
        box.framework.installAll();
        ProfileService service = box.service();
        box.framework.events();

        Report report = service.apply(Samples.bytes(BAD));

        assertThat(report.problems()).extracting(Problem::toString).containsExactly(BAD_PROBLEM);
        assertThat(box.framework.events()).isEmpty();
        assertThat(box.place).content().isEqualTo(Samples.PROFILE);
        assertThat(service.status().state()).isEqualTo(State.OK);
        assertThat(service.text()).isEqualTo(Samples.PROFILE);
    }

    @Test
    void checksWithoutChangingAnything() throws Exception {
        box.framework.installAll();
        ProfileService service = box.service();
        box.framework.events();

        assertThat(service.check(Samples.bytes(BAD)).problems())
                .extracting(Problem::toString)
                .containsExactly(BAD_PROBLEM);
        assertThat(service.check(Samples.bytes(Samples.PROFILE.replace("225", "1")))
                        .good())
                .isTrue();
        assertThat(box.framework.events()).isEmpty();
        assertThat(box.place).content().isEqualTo(Samples.PROFILE);
    }

    @Test
    void putsTheNewProfileInThePlaceOfTheOld() throws Exception {
        box.framework.installAll();
        ProfileService service = box.service();
        String next = Samples.PROFILE.replace("age: 400", "age: 300");

        service.apply(Samples.bytes(next));

        assertThat(box.place).content().isEqualTo(next);
        assertThat(box.beside(".previous")).content().isEqualTo(Samples.PROFILE);
        assertThat(box.beside(".last-good")).content().isEqualTo(next);
        assertThat(service.text()).isEqualTo(next);
    }

    @Test
    void appliesTheFirstProfileOfABox() throws Exception {
        box.framework.installAll();
        Files.delete(box.place);
        ProfileService service = box.service();
        assertThat(service.status().state()).isEqualTo(State.FAILED);

        Report report = service.apply(Samples.bytes(Samples.PROFILE));

        assertThat(report.good()).isTrue();
        assertThat(box.framework.pids()).isEqualTo(ALL);
        assertThat(service.status().state()).isEqualTo(State.OK);
    }

    @Test
    void readsTheProfileAgainWhenAsked() throws Exception {
        box.framework.installAll();
        ProfileService service = box.service();
        Files.writeString(box.place, Samples.PROFILE.replace("age: 400", "age: 300"));

        assertThat(service.reload().changes()).containsExactly(new Change(Kind.UPDATED, "io.verge.perception"));
    }

    @Test
    void keepsWhatIsConfiguredWhenTheFileBecomesWrong() throws Exception {
        box.framework.installAll();
        ProfileService service = box.service();
        box.framework.events();
        Files.writeString(box.place, BAD);

        assertThat(service.reload().good()).isFalse();

        assertThat(box.framework.events()).isEmpty();
        assertThat(service.status().state()).isEqualTo(State.DEGRADED);
        assertThat(Objects.requireNonNull(service.status().trouble()).remedy())
                .isEqualTo("correct the profile and apply it; until then the last good profile stays in force");
    }

    @Test
    void keepsTheTimeSinceWhenItIsAsItIs() throws Exception {
        box.framework.installAll();
        ProfileService service = box.service();
        Status first = service.status();
        box.clock.advance(Duration.ofMinutes(1));

        service.reload();

        assertThat(service.status()).isEqualTo(first);
    }

    @Test
    void refusesAProfileThatCannotBeWritten() throws Exception {
        box.framework.installAll();
        ProfileService service = box.service();
        box.framework.events();
        Files.createDirectories(box.beside(".new"));

        Report report = service.apply(Samples.bytes(Samples.PROFILE.replace("225", "1")));

        assertThat(report.problems())
                .singleElement()
                .asString()
                .startsWith("the profile cannot be written to " + box.place + ": ");
        assertThat(box.framework.events()).isEmpty();
    }
}
