package io.verge.transfer.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.netlab.Burst;
import io.verge.netlab.Direction;
import io.verge.netlab.Mischief;
import io.verge.netlab.Outages;
import io.verge.netlab.Profile;
import io.verge.netlab.Proxy;
import io.verge.testkit.FaultyDisk;
import io.verge.testkit.ManualClock;
import io.verge.transfer.Download;
import io.verge.transfer.FetchRules;
import io.verge.transfer.Fetched;
import io.verge.transfer.Fetcher;
import io.verge.transfer.Terms;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real server behind netlab's proxy, in real time: its connections are reset every quarter of a second or so. */
class BrokenHttpTest {
    private static final Path FOLDER = Path.of("/var/downloads");
    private static final Profile RESETS = new Profile(
            "",
            "8 Mbit/s, reset every 250 ms",
            way(),
            way(),
            new Outages.None(),
            new Mischief(0, 0, 0, Duration.ofMillis(250), Duration.ZERO));

    private static Direction way() {
        return new Direction(8_000_000, 0, Duration.ofMillis(2), Duration.ZERO, 30_000, Burst.NONE);
    }

    @Test
    @Timeout(60)
    void aServerWhoseConnectionsAreResetGivesTheFileAllTheSame() throws Exception {
        byte[] file = new byte[2_000_000];
        new SplittableRandom(3).nextBytes(file);
        ManualClock clock = ManualClock.leaping();
        try (FileServer server = new FileServer(file);
                Proxy proxy = Proxy.tcp(
                        new InetSocketAddress("localhost", 0), server.address(), RESETS, 5, System::nanoTime)) {
            URI uri = URI.create("http://localhost:" + proxy.address().getPort() + "/files/");
            Download download = Download.of("x.zst", new ByteArrayInputStream(file));

            Fetched fetched = new Fetcher(new FaultyDisk(new Random(1)), clock, new Random(1), FetchRules.DEFAULT)
                    .fetch(
                            download,
                            HttpSource.under(new Http(HttpSettings.DEFAULT, clock), uri),
                            FOLDER,
                            Terms.until(clock.now().plus(Duration.ofDays(7))));

            try (InputStream in = fetched.open()) {
                assertThat(in.readAllBytes()).isEqualTo(file);
            }
            assertThat(fetched.receipt().failures()).isPositive();
            assertThat(fetched.receipt().received()).isEqualTo(file.length);
        }
    }
}
