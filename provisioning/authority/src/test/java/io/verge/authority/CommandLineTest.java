package io.verge.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says to those who do not know it. */
class CommandLineTest {
    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "init-authority",
                "enroll",
                "request",
                "install",
                "renew",
                "token",
                "image",
                "next-root",
                "sign",
                "cosign",
                "submit",
                "publish",
                "renew-timestamp",
                "channel",
                "downgrade",
                "make-key",
                "delegate",
                "list",
                "check",
                "serve"
            })
    void everyCommandExplainsItself(String command) {
        Provision.Ended ended = new Provision(folder).run(command, "--help");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).startsWith("Usage: verge-provision " + command);
    }

    @Test
    void aWrongCommandLineDoesNothingAndPointsAtTheHelp() {
        Provision.Ended ended = new Provision(folder).run("publish");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("--authority").contains("Run 'verge-provision publish --help' for usage.");
    }

    @Test
    void whoServesSaysWhat() {
        Provision.Ended ended =
                new Provision(folder).run("serve", "--broker", "mqtt://broker.example", "--tenant", "wuhan");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("--repository DIR or --authority FOLDER is missing");
    }

    @Test
    void whoServesCertificatesNeedsTheKeyThatVouches() {
        Provision.Ended ended = new Provision(folder)
                .run("serve", "--broker", "mqtt://broker.example", "--tenant", "wuhan", "--authority", "@nowhere");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("the authority's key is not in");
    }

    @Test
    void aFolderWithoutAnAuthorityIsSaidToBeNone() {
        Provision.Ended ended = new Provision(folder).run("list", "--authority", "@nowhere");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("run 'init-authority'");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Provision vendor = new Provision(folder).founded();
        for (List<String> command : List.of(
                List.of("enroll", "box-1", "--authority", "@authority", "--csr", "@absent"),
                List.of("sign", "--authority", "@authority", "--bundles", "@absent"),
                List.of("submit", "--authority", "@authority", "@absent"))) {
            Provision.Ended ended = vendor.run(command.toArray(String[]::new));
            assertThat(ended.code()).isEqualTo(74);
            assertThat(ended.err()).startsWith("error: there is no ").contains("absent");
        }
    }

    @Test
    void noOptionTakesAPassword() {
        for (String command : new String[] {"init-authority", "enroll", "sign", "publish", "token", "make-key"}) {
            assertThat(new Provision(folder).run(command, "--help").out()).doesNotContainPattern("--password[ =]");
        }
    }
}
