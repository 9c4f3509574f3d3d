package io.verge.profile.internal;

import static io.verge.profile.internal.ProfileBox.ALL;
import static io.verge.profile.internal.ProfileBox.BAD;
import static io.verge.profile.internal.ProfileBox.BAD_PROBLEM;
import static io.verge.profile.internal.ProfileBox.RADAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.profile.Problem;
import io.verge.profile.Samples;
import io.verge.testkit.DirectStages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** What the service begins with: the file as it is, the last good one, what a framework remembers. */
class ProfileStartTest {
    private final ProfileBox box;

    ProfileStartTest(@TempDir Path folder) throws Exception {
        box = new ProfileBox(folder);
    }

    @AfterEach
    void stop() throws Exception {
        box.stop();
    }

    @Test
    void configuresNothingWhenTheFirstProfileIsWrong() throws Exception {
        box.framework.installAll();
        Files.writeString(box.place, BAD);

        ProfileService service = box.service();

        assertThat(box.framework.pids()).isEmpty();
        assertThat(service.problems()).extracting(Problem::toString).containsExactly(BAD_PROBLEM);
        assertThat(service.status())
                .isEqualTo(Status.of(
                        State.FAILED,
                        box.clock.now(),
                        "bad-profile",
                        box.place + ":6: " + BAD_PROBLEM,
                        "correct the profile and apply it; until then nothing is configured"));
    }

    @Test
    void startsWithTheLastGoodProfileWhenTheFileIsWrong() throws Exception {
        box.framework.installAll();
        box.service().close();
        Files.writeString(box.place, BAD);
        box.restart();

        ProfileService service = box.service();

        assertThat(box.framework.pids()).isEqualTo(ALL);
        assertThat(service.status().state()).isEqualTo(State.DEGRADED);
        assertThat(service.problems()).extracting(Problem::toString).containsExactly(BAD_PROBLEM);
        assertThat(box.place).content().isEqualTo(BAD);
    }

    @Test
    void saysThatTheFileIsMissing() throws Exception {
        box.framework.installAll();
        Files.delete(box.place);

        ProfileService service = box.service();

        assertThat(service.status())
                .isEqualTo(Status.of(
                        State.FAILED,
                        box.clock.now(),
                        "no-profile",
                        box.place + ": the file " + box.place + " does not exist",
                        "apply a profile; until then nothing is configured"));
        assertThat(service.text()).isEmpty();
    }

    @Test
    void saysThatNoProfileIsNamed() throws Exception {
        box.restart("", "memory");

        ProfileService service = box.service();

        assertThat(service.problems())
                .extracting(Problem::toString)
                .containsExactly("the framework property verge.profile, which names the profile, is not set");
        assertThat(service.apply(Samples.bytes(Samples.PROFILE)).good()).isFalse();
    }

    @Test
    void worksWhereNoCopyCanBeKept() throws Exception {
        box.framework.installAll();
        Files.createDirectories(box.beside(".last-good.new"));

        ProfileService service = box.service();

        assertThat(service.status().state()).isEqualTo(State.OK);
        assertThat(box.framework.pids()).isEqualTo(ALL);
    }

    @Test
    void leavesNoConfigurationBehindInMemory() throws Exception {
        box.framework.installAll();
        box.service().close();

        box.restart();

        assertThat(box.framework.pids()).isEmpty();
    }

    @Test
    void deletesWhatVanishedWhileAFrameworkThatRemembersWasOff() throws Exception {
        box.restart(box.place.toString(), "file");
        box.framework.installAll();
        box.service().close();
        box.stop();
        Files.writeString(box.place, Samples.PROFILE.replaceAll("  radar-ne.*\n", ""));
        box.start(box.place.toString(), "file");

        box.service();

        assertThat(box.framework.events()).containsExactly("deleted " + RADAR);
    }

    @Test
    void leavesWhatAFrameworkRemembersWhenTheFileIsWrong() throws Exception {
        box.restart(box.place.toString(), "file");
        box.framework.installAll();
        box.service().close();
        box.stop();
        Files.writeString(box.place, BAD);
        box.start(box.place.toString(), "file");

        assertThat(box.service().status().state()).isEqualTo(State.DEGRADED);

        assertThat(box.framework.events()).isEmpty();
        assertThat(box.framework.pids()).isEqualTo(ALL);
    }

    @Test
    void saysThatConfigurationsCannotBeStored() throws Exception {
        box.framework.installAll();

        ProfileService service = new ProfileService(
                box.framework.context(), new FullDisk(box.framework.admin()), box.clock, new DirectStages());

        assertThat(service.status())
                .isEqualTo(Status.of(
                        State.DEGRADED,
                        box.clock.now(),
                        "not-stored",
                        "the configurations cannot be stored: IOException no space left",
                        "check the disk"));
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
