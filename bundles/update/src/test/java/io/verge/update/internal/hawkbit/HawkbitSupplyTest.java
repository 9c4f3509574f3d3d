package io.verge.update.internal.hawkbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.testkit.ManualClock;
import io.verge.testkit.update.DdiServer;
import io.verge.transfer.SourceException;
import io.verge.transfer.SourceException.Kind;
import io.verge.transfer.hawkbit.Event;
import io.verge.transfer.hawkbit.HawkbitClient;
import io.verge.transfer.hawkbit.HawkbitSettings;
import io.verge.transfer.source.Http;
import io.verge.transfer.source.HttpSettings;
import io.verge.trust.MetadataSource;
import io.verge.trust.Way;
import io.verge.update.internal.engine.Supply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HawkbitSupplyTest {
    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ELSEWHERE = "elsewhere".getBytes(StandardCharsets.UTF_8);

    private final Offers offers = new Offers();
    private DdiServer server;
    private Http http;
    private Supply supply;

    @BeforeEach
    void start() throws IOException {
        server = new DdiServer();
        http = new Http(HttpSettings.DEFAULT, ManualClock.standing());
        supply = HawkbitSupply.open(http, offers, "hawkbit:18", new Profile());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static final class Profile implements MetadataSource {
        @Override
        public byte[] fetch(String name, int limit) {
            return ELSEWHERE;
        }

        @Override
        public Way way() {
            return Way.CARRIED;
        }
    }

    private void offer(String... files) {
        Map<String, byte[]> artifacts = new HashMap<>();
        for (String file : files) {
            artifacts.put(file, CONTENT);
        }
        server.deploy("18", "forced", artifacts);
        HawkbitSettings settings = new HawkbitSettings(server.uri(), "DEFAULT", "box-1");
        HawkbitClient client = new HawkbitClient(http, settings, new Random(1));
        offers.keep(((Event.Deploy) client.poll().events().get(0)).offer());
    }

    @Test
    void metadataAndFilesAreThoseOfTheOffer() throws IOException {
        offer("timestamp.json", "x.zst");

        assertThat(supply.metadata().fetch("timestamp.json", 7)).isEqualTo(CONTENT);
        assertThat(supply.metadata().way()).isEqualTo(Way.ONLINE);
        try (InputStream in = supply.files().range("bundles/x.zst", 3, 7)) {
            assertThat(in.readAllBytes()).asString().isEqualTo("tent");
        }
        assertThat(supply.origin()).isEqualTo("hawkBit action 18");
    }

    @Test
    void whatTheOfferLacksIsNotThere() {
        offer("timestamp.json");

        assertThatThrownBy(() -> supply.metadata().fetch("2.root.json", 7)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> supply.files().range("bundles/x.zst", 0, 1))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(Kind.ABSENT));
    }

    @Test
    void longerMetadataIsNotRead() {
        offer("timestamp.json");

        assertThatThrownBy(() -> supply.metadata().fetch("timestamp.json", 6)).isInstanceOf(SourceException.class);
    }

    @Test
    void anOfferWithoutMetadataTakesThatOfTheProfile() throws IOException {
        offer("x.zst");

        assertThat(supply.metadata().fetch("timestamp.json", 100)).isEqualTo(ELSEWHERE);
        assertThat(supply.metadata().way()).isEqualTo(Way.CARRIED);
    }

    @Test
    void whatWasNotOfferedSinceTheStartIsWaitedFor() {
        assertThatThrownBy(() -> supply.metadata().fetch("timestamp.json", 100))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("has not offered action 18 again");
        assertThatThrownBy(() -> supply.files().range("bundles/x.zst", 0, 1))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BROKEN));
    }

    @Test
    void onlyTheNewestOffersAreKept() {
        offer("x.zst");
        for (int action = 19; action < 27; action++) {
            server.deploy("" + action, "forced", Map.of());
            HawkbitSettings settings = new HawkbitSettings(server.uri(), "DEFAULT", "box-1");
            HawkbitClient client = new HawkbitClient(http, settings, new Random(1));
            offers.keep(((Event.Deploy) client.poll().events().get(0)).offer());
        }

        assertThat(offers.of("18")).isEmpty();
        assertThat(offers.of("19")).isPresent();
    }
}
