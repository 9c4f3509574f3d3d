package io.verge.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.trust.authoring.Document;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An authority is made once, with keys that nobody else can read. */
class InitAuthorityTest {
    @TempDir
    Path folder = Path.of("");

    private List<Path> files(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void keysAndPasswordsAreForTheirOwnerAlone() throws Exception {
        Provision vendor = new Provision(folder);
        String unused = vendor.done("init-authority", "@authority");

        for (String place : List.of("authority/offline", "authority/online")) {
            assertThat(Modes.of(vendor.file(place))).isEqualTo("rwx------");
            for (Path file : files(vendor.file(place))) {
                assertThat(Modes.of(file)).as(file.toString()).isEqualTo("rw-------");
            }
        }
    }

    @Test
    void theRepositoryIsForAnyWebServer() throws Exception {
        Provision vendor = new Provision(folder);
        String unused = vendor.done("init-authority", "@authority");

        assertThat(Modes.of(vendor.file("authority"))).endsWith("r-x");
        for (Path file : files(vendor.file("authority/repository"))) {
            assertThat(Modes.of(file)).as(file.toString()).endsWith("r--");
        }
    }

    @Test
    void noPasswordIsShown() throws Exception {
        Provision vendor = new Provision(folder);
        Provision.Ended ended = vendor.run("init-authority", "@authority");

        for (String place : List.of("offline", "online")) {
            String password = Files.readString(vendor.file("authority/" + place + "/password"))
                    .strip();
            assertThat(password).hasSize(32);
            assertThat(ended.out() + ended.err()).doesNotContain(password);
        }
    }

    @Test
    void peopleAreToldToTakeTheKeysOffLine() {
        assertThat(new Provision(folder).run("init-authority", "@authority").err())
                .contains("offline to a medium that is in a safe");
    }

    @Test
    void theRootIsSignedByAllItsKeysOfWhichSomeAreEnough() throws Exception {
        Provision vendor = new Provision(folder);
        String unused = vendor.done("init-authority", "@authority", "--offline-keys", "4", "--threshold", "3");

        Document root = Document.parse(Files.readAllBytes(vendor.file("authority/root.json")));
        assertThat(root.signers()).hasSize(4);
        assertThat(new String(root.octets(), StandardCharsets.UTF_8)).contains("\"threshold\":3");
    }

    @Test
    void aThresholdThatCannotBeMetIsNotUnderstood() {
        Provision.Ended ended =
                new Provision(folder).run("init-authority", "@authority", "--offline-keys", "2", "--threshold", "3");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("the threshold of root is 3 of 2 keys");
    }

    @Test
    void anAuthorityIsNotOverwritten() throws Exception {
        Provision vendor = new Provision(folder).founded();
        byte[] before = Files.readAllBytes(vendor.file("authority/offline/ca.p12"));

        assertThat(vendor.refused("init-authority", "@authority")).contains("there is an authority already");
        assertThat(Files.readAllBytes(vendor.file("authority/offline/ca.p12"))).isEqualTo(before);
    }

    @Test
    void theOffLineKeysCanHaveAPasswordOfSomebodyWhoIsNotThere() throws Exception {
        Provision vendor = new Provision(folder);
        Files.writeString(folder.resolve("secret"), "correct horse battery\n");
        String unused = vendor.done("init-authority", "@authority", "--password-file", "@secret");

        assertThat(vendor.file("authority/offline/password")).doesNotExist();
        assertThat(vendor.run("enroll", "box-1", "--authority", "@authority", "--home", "@box")
                        .err())
                .contains("ca.p12 is needed: --password-file FILE");
        assertThat(vendor.done(
                        "enroll", "box-1", "--authority", "@authority", "--home", "@box", "--password-file", "@secret"))
                .contains("box-1");
    }

    @Test
    void aWrongPasswordIsSaidToBeWrong() throws Exception {
        Provision vendor = new Provision(folder).founded();
        Files.writeString(folder.resolve("secret"), "wrong");

        Provision.Ended ended = vendor.run(
                "enroll", "box-1", "--authority", "@authority", "--home", "@box", "--password-file", "@secret");
        assertThat(ended.code()).isEqualTo(74);
        assertThat(ended.err()).contains("ca.p12 cannot be opened: keystore password was incorrect");
    }
}
