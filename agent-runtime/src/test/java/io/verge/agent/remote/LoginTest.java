package io.verge.agent.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that somebody of the field staff was given for today; see login.sh. */
class LoginTest {
    private static Path file(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(LoginTest.class.getResource(name)).toURI());
    }

    @Test
    void theFileHasAllThatIsNeeded() throws RemoteException, URISyntaxException {
        Login login = Login.read(file("anna.p12"), file("password"));

        assertThat(login.key().getAlgorithm()).isEqualTo("EC");
        assertThat(login.chain())
                .singleElement()
                .isInstanceOf(X509Certificate.class)
                .satisfies(one -> assertThat(((X509Certificate) one)
                                .getSubjectX500Principal()
                                .getName())
                        .isEqualTo("CN=anna,OU=maintainer,O=wuhan"));
        assertThat(login.authority().getSubjectX500Principal().getName()).isEqualTo("CN=Test authority");
    }

    @Test
    void withoutTheAuthorityTheBoxCannotBeKnown() throws URISyntaxException {
        Path alone = file("alone.p12");
        Path password = file("password");

        assertThatThrownBy(() -> Login.read(alone, password))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("does not end with the authority's certificate");
    }

    @Test
    void aWrongPasswordIsSaidAndNotShown(@TempDir Path folder) throws IOException, URISyntaxException {
        Path wrong = Files.writeString(folder.resolve("password"), "battery staple");
        Path login = file("anna.p12");

        assertThatThrownBy(() -> Login.read(login, wrong))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("anna.p12 cannot be used")
                .hasMessageNotContaining("battery");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Login.read(Path.of("nowhere.p12"), Path.of("nowhere")))
                .hasMessageContaining("there is no file nowhere");
    }
}
