package io.verge.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.authority.rollout.hawkbit.FakeHawkbit;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator types for a roll-out. */
class RolloutCommandTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aPlanIsMadeOnceShownAndOrdered() throws Exception {
        Provision operator = new Provision(folder);
        Files.writeString(
                operator.file("boxes.csv"),
                """
                box,group,model,corridor,position
                desk,lab,x86,,
                c1,,x86,ring,1
                c2,,arm,ring,2
                c3,,arm,ring,3
                """);
        String plan = operator.done(
                "rollout", "plan", "@r.json", "--release", "2026.12.1", "--boxes", "@boxes.csv", "--tenant", "wuhan");

        assertThat(plan).startsWith("release 2026.12.1 is running: 0 of 4 boxes run it");
        assertThat(plan.lines().filter(line -> line.matches("(lab|1 %) .*"))).hasSize(3);
        assertThat(operator.done("rollout", "status", "@r.json")).isEqualTo(plan);
        assertThat(operator.refused(
                        "rollout", "plan", "@r.json", "--release", "2", "--boxes", "@boxes.csv", "--tenant", "wuhan"))
                .contains("is there already");

        assertThat(operator.done("rollout", "cancel", "@r.json", "--by", "liu")).startsWith("cancel is said");
        // Cancelled before anybody was asked: it needs no broker.
        assertThat(operator.run("rollout", "run", "@r.json", "--broker", "mqtt://127.0.0.1:1")
                        .out())
                .contains("cancelled by liu")
                .contains("release 2026.12.1 is cancelled: 0 of 4");
    }

    @Test
    void aListThatIsNoneIsRefusedWithItsLine() throws Exception {
        Provision operator = new Provision(folder);
        Files.writeString(operator.file("boxes.csv"), "box\nC 1\n");

        assertThat(operator.run(
                                "rollout",
                                "plan",
                                "@r.json",
                                "--release",
                                "1",
                                "--boxes",
                                "@boxes.csv",
                                "--tenant",
                                "t")
                        .err())
                .startsWith("error: line 2: tenant and box are");
    }

    @Test
    void throughHawkbitItUploadsWhatBoxesFetchAndAsksThem() throws Exception {
        Provision operator = new Provision(folder).founded();
        String jar = TestBundle.driver(folder, TestBundle.GNSS, "0.1.0").toString();
        String signed = operator.done("sign", "--authority", "@authority", "--release", "2026.12.1", "--bundles", jar);
        assertThat(signed).contains("zstd");
        plan(operator);
        try (FakeHawkbit hawkbit = new FakeHawkbit()) {
            hawkbit.targets(targets -> {
                targets.add(List.of("c1", "c2"));
                targets.eager();
            });
            String said = operator.done(hawkbit(hawkbit.uri(), "--repository", "@authority/repository"));

            assertThat(said).contains("release 2026.12.1 is finished: 2 of 2 boxes run it");
            assertThat(hawkbit.files())
                    .hasSize(4)
                    .anyMatch(name -> name.endsWith(".2026.12.1.json"))
                    .anyMatch(name -> name.endsWith(".io.verge.driver.gnss-0.1.0.jar"))
                    .anyMatch(name -> name.endsWith(".deflate"))
                    .anyMatch(name -> name.endsWith(".zstd"));
        }
    }

    @Test
    void aReleaseThatIsNotInTheRepositoryIsNotAskedFor() throws Exception {
        Provision operator = new Provision(folder).founded();
        plan(operator);
        try (FakeHawkbit hawkbit = new FakeHawkbit()) {
            assertThat(operator.refused(hawkbit(hawkbit.uri(), "--repository", "@authority/repository")))
                    .contains("there is no release 2026.12.1");
            assertThat(hawkbit.calls()).isEmpty();
        }
    }

    @Test
    void theWayIsNamedOnceAndMustBeSafe() throws Exception {
        Provision operator = new Provision(folder);
        plan(operator);

        assertThat(operator.run("rollout", "run", "@r.json").err()).contains("--broker=URL | --hawkbit=URL");
        assertThat(operator.run(hawkbit(URI.create("https://hawkbit.example"), "--broker", "mqtt://127.0.0.1:1"))
                        .err())
                .contains("mutually exclusive");
        Provision.Ended plain = operator.run(hawkbit(URI.create("http://hawkbit.example")));
        assertThat(plain.code()).isEqualTo(2);
        assertThat(plain.err()).contains("http would show the password to the network");
        assertThat(operator.run("rollout", "run", "@r.json", "--hawkbit", "https://hawkbit.example")
                        .err())
                .contains("--hawkbit-user-file is missing");
    }

    private static void plan(Provision operator) throws IOException {
        Files.writeString(operator.file("boxes.csv"), "box\nc1\nc2\n");
        Files.writeString(
                operator.file("policy.json"), "{\"waves\":[{\"name\":\"all\",\"percent\":100}],\"between\":\"PT0S\"}");
        Files.writeString(operator.file("user"), "admin:admin\n");
        Files.setPosixFilePermissions(operator.file("user"), PosixFilePermissions.fromString("rw-------"));
        String unused = operator.done(
                "rollout",
                "plan",
                "@r.json",
                "--release",
                "2026.12.1",
                "--boxes",
                "@boxes.csv",
                "--tenant",
                "wuhan",
                "--policy",
                "@policy.json");
    }

    private static String[] hawkbit(URI server, String... more) {
        Stream<String> options =
                Stream.of("rollout", "run", "@r.json", "--hawkbit", server.toString(), "--hawkbit-user-file", "@user");
        return Stream.concat(options, Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void withoutACommandItSaysWhichThereAre() {
        assertThat(new Provision(folder).run("rollout").err()).contains("plan, run, status");
    }
}
