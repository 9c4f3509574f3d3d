package io.verge.driver.corrections.ntrip.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.verge.api.geo.Wgs84;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CasterRequestTest {
    private static String text(CasterRequest request) throws IOException {
        return new String(request.octets(), StandardCharsets.US_ASCII).replace("\r\n", "|");
    }

    @Test
    void version1IsShort() throws IOException {
        assertThat(text(new CasterRequest(1, "caster:2101", "WUH2", "", "")))
                .isEqualTo("GET /WUH2 HTTP/1.0|User-Agent: NTRIP Verge||");
    }

    @Test
    void version2NamesItselfAndTheHost() throws IOException {
        assertThat(text(new CasterRequest(2, "caster:2101", "WUH2", "", "")))
                .isEqualTo("GET /WUH2 HTTP/1.1|Host: caster:2101|Ntrip-Version: Ntrip/2.0|Connection: close|"
                        + "User-Agent: NTRIP Verge||");
    }

    @Test
    void aUserComesWithThePasswordOfTheFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("ntrip"), "sesame\n");
        assertThat(text(new CasterRequest(1, "caster", "WUH2", "ali", file.toString())))
                .contains("|Authorization: Basic YWxpOnNlc2FtZQ==|");
    }

    @Test
    void aPasswordThatCannotBeReadSaysWhatToDo() {
        var request = new CasterRequest(1, "caster", "WUH2", "ali", "/nowhere/ntrip");
        var refusal = catchThrowableOfType(CasterRefusedException.class, request::octets);
        assertThat(refusal).hasMessageContaining("/nowhere/ntrip");
        assertThat(refusal.remedy()).contains("password of ali");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CasterRequest(1, "caster", "A\r\nX: y", "a:b", ""))
                .withMessageContaining("mountpoint")
                .withMessageContaining("user:")
                .withMessageContaining("both or none");
    }

    @Test
    void aPlaceIsToldAsAReceiverWould() {
        Instant time = Instant.parse("2026-03-01T08:00:01.5Z");
        assertThat(Gga.sentence(new Wgs84(30.5, 114.3, 21), time))
                .isEqualTo("$GPGGA,080001.50,3030.0000,N,11418.0000,E,1,12,0.8,21.0,M,0.0,M,,*65\r\n");
        assertThat(Gga.sentence(new Wgs84(-0.99999999, -9.5, -3), time))
                .startsWith("$GPGGA,080001.50,0100.0000,S,00930.0000,W,1,12,0.8,-3.0,M");
    }
}
