package io.verge.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A channel is a name for the release that is to be had now. */
class ChannelTest {
    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        Channel channel = new Channel("stable", "2026.12.1");

        assertThat(Channel.read("stable", channel.octets())).isEqualTo(channel);
        assertThat(new String(channel.octets(), StandardCharsets.UTF_8)).isEqualTo("{\"release\":\"2026.12.1\"}");
    }

    @Test
    void whatLaterAgentsWriteBesideItIsPassedOver() throws Exception {
        assertThat(Channel.read("stable", octets("{\"release\":\"r\",\"since\":1}"))
                        .release())
                .isEqualTo("r");
    }

    @Test
    void withoutAReleaseItIsRefused() {
        Refusals.assertRefused(
                () -> Channel.read("stable", octets("{}")), TrustException.Reason.MALFORMED, "channels/stable.json");
    }

    @Test
    void itsNameLeadsNowhereElse() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Channel("../root", "r"));
    }
}
