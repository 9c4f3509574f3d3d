package io.verge.transfer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.testkit.ManualClock;
import io.verge.transfer.SourceException;
import io.verge.transfer.SourceException.Kind;
import io.verge.transfer.source.HttpSettings.Credentials;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpSourceTest {
    private static final HttpSettings QUICK =
            new HttpSettings(Duration.ofSeconds(5), Duration.ofMillis(200), 3, null, null);

    private final ManualClock clock = ManualClock.standing();
    private final byte[] file = new byte[10_000];
    private FileServer server;
    private HttpSource source;

    @BeforeEach
    void start() throws IOException {
        new SplittableRandom(1).nextBytes(file);
        server = new FileServer(file);
        source = source(QUICK);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpSource source(HttpSettings settings) {
        return HttpSource.under(new Http(settings, clock), server.uri());
    }

    private byte[] read(long from, long to) throws IOException {
        try (InputStream in = source.range("bundles/x.zst", from, to)) {
            return in.readAllBytes();
        }
    }

    private SourceException refused() {
        try (InputStream in = source.range("bundles/x.zst", 0, 100)) {
            throw new AssertionError("it was given " + in.readAllBytes().length + " octets");
        } catch (SourceException e) {
            return e;
        } catch (IOException e) {
            throw new AssertionError("another failure", e);
        }
    }

    @Test
    void givesARange() throws IOException {
        assertThat(read(1_000, 3_000)).isEqualTo(Arrays.copyOfRange(file, 1_000, 3_000));
        assertThat(server.lastHeader("Range")).isEqualTo("bytes=1000-2999");
        assertThat(server.lastPath()).isEqualTo("/files/bundles/x.zst");
    }

    @Test
    void aServerWithoutRangesIsReadFromTheStart() throws IOException {
        server.withoutRanges();

        assertThat(read(1_000, 3_000)).isEqualTo(Arrays.copyOfRange(file, 1_000, 3_000));
    }

    @Test
    void asksWhetherTheFileIsStillTheSame() throws IOException {
        read(0, 100);
        read(100, 200);

        assertThat(server.lastHeader("If-Range")).isEqualTo("\"one\"");
    }

    @Test
    void noticesAnotherFile() throws IOException {
        read(0, 100);
        server.tag("\"two\"");

        assertThat(refused().kind()).isEqualTo(Kind.CHANGED);
        assertThat(read(0, 100)).hasSize(100);
    }

    @Test
    void weakTagsAreNoUseForRanges() throws IOException {
        server.tag("W/\"one\"");
        read(0, 100);
        read(100, 200);

        assertThat(server.lastHeader("If-Range")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "404, ABSENT",
        "410, ABSENT",
        "401, REFUSED",
        "403, REFUSED",
        "400, REFUSED",
        "416, CHANGED",
        "429, BUSY",
        "503, BUSY",
        "500, BROKEN",
        "502, BROKEN",
        "204, REFUSED"
    })
    void saysWhatAStatusMeans(int status, Kind kind) {
        server.answer(status);

        assertThat(refused().kind()).isEqualTo(kind);
    }

    @Test
    void knowsHowLongABusyServerIsBusy() {
        server.answer(429, "Retry-After", "90");

        assertThat(refused().patience()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void knowsUntilWhenABusyServerIsBusy() {
        server.answer(503, "Retry-After", "Sun, 01 Mar 2026 08:02:00 GMT");

        assertThat(refused().patience()).isEqualTo(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @CsvSource({"soon, PT0S", "-5, PT0S", "999999999, PT24H", "'Sun, 01 Mar 2020 08:00:00 GMT', PT0S"})
    void isNotImpressedByStrangePatience(String value, Duration patience) {
        server.answer(429, "Retry-After", value);

        assertThat(refused().patience()).isEqualTo(patience);
    }

    @Test
    void anotherRangeThanItWasAskedForIsNotTaken() {
        server.contentRange("bytes 5-104/10000");

        assertThat(refused().kind()).isEqualTo(Kind.BROKEN);
    }

    @Test
    void whatIsEncodedIsNotTaken() {
        server.header("Content-Encoding", "gzip");

        assertThat(refused().kind()).isEqualTo(Kind.REFUSED);
    }

    @Test
    void anAnswerThatEndsTooEarlyIsAFailure() throws IOException {
        try (InputStream in = source.range("bundles/x.zst", 9_900, 10_100)) {
            assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void followsRedirects() throws IOException {
        server.redirect(2);

        assertThat(read(0, 100)).isEqualTo(Arrays.copyOf(file, 100));
    }

    @Test
    void doesNotFollowRedirectsForEver() {
        server.redirect(1_000);

        assertThat(refused()).hasMessageContaining("redirects");
        assertThat(server.requests()).isEqualTo(QUICK.redirects() + 1);
    }

    @Test
    void showsItsCredentialsToItsServerAlone() throws IOException {
        source = source(QUICK.with(new Credentials(server.uri(), "TargetToken abc")));
        read(0, 10);
        assertThat(server.lastHeader("Authorization")).isEqualTo("TargetToken abc");

        source = source(QUICK.with(new Credentials(URI.create("http://other.example/"), "TargetToken abc")));
        read(0, 10);
        assertThat(server.lastHeader("Authorization")).isEmpty();
    }

    @Test
    void credentialsAreNotShownInLogs() {
        assertThat(new Credentials(server.uri(), "TargetToken abc").toString()).doesNotContain("abc");
    }

    @Test
    void aServerThatIsNotThereIsAFailure() {
        server.close();

        assertThat(refused().kind()).isEqualTo(Kind.BROKEN);
    }

    @Test
    void aServerThatSaysNothingIsNotWaitedForForEver() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            source = HttpSource.under(
                    new Http(QUICK, clock), URI.create("http://localhost:" + silent.getLocalPort() + "/"));

            assertThat(refused().kind()).isEqualTo(Kind.BROKEN);
        }
    }

    @Test
    void otherSchemesAreRefused() {
        source = new HttpSource(new Http(QUICK, clock), path -> Optional.of(URI.create("file:///etc/passwd")));

        assertThat(refused().kind()).isEqualTo(Kind.REFUSED);
    }

    @Test
    void aPathWithoutALinkIsAbsent() {
        source = new HttpSource(new Http(QUICK, clock), path -> Optional.empty());

        assertThat(refused().kind()).isEqualTo(Kind.ABSENT);
    }

    @Test
    void connectionsAreUsedAgain() throws IOException {
        read(0, 100);
        read(100, 200);
        read(200, 300);

        assertThat(server.connections()).isEqualTo(1);
    }
}
