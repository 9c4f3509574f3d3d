package io.verge.driver.corrections.ntrip.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CasterAnswerTest {
    private static Optional<CasterAnswer> of(String text) throws IOException {
        byte[] octets = text.replace("|", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        return CasterAnswer.of(octets, octets.length);
    }

    @Test
    void version1BeginsBehindTheFirstLine() throws IOException {
        assertThat(of("ICY 200 OK|data")).contains(new CasterAnswer(false, 12));
    }

    @Test
    void version2BeginsBehindTheHeaders() throws IOException {
        String head = "HTTP/1.1 200 OK|Ntrip-Version: Ntrip/2.0|Content-Type: gnss/data||";
        assertThat(of(head + "data")).contains(new CasterAnswer(false, head.length() + 4));
    }

    @Test
    void version2MayComeInChunks() throws IOException {
        assertThat(of("HTTP/1.1 200 OK|transfer-encoding:  Chunked||"))
                .hasValueSatisfying(answer -> assertThat(answer.chunked()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ICY 2", "HTTP/1.1 200 OK", "HTTP/1.1 200 OK|", "HTTP/1.1 200 OK|Server: x|"})
    void halfAnAnswerIsNoneYet(String half) throws IOException {
        assertThat(of(half)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 401 Unauthorized|, unauthorized, passwordFile",
        "HTTP/1.0 403 Forbidden|, unauthorized, user",
        "ERROR - Bad Password|, unauthorized, passwordFile",
        "HTTP/1.1 404 Not Found|, no-mountpoint, mountpoint",
        "SOURCETABLE 200 OK|Server: x|, no-mountpoint, mountpoint",
        "HTTP/1.1 200 OK|Content-Type: gnss/sourcetable||, no-mountpoint, mountpoint",
        "HTTP/1.1 503 Busy|, refused, version",
        "ERROR - Mount Point Taken|, refused, caster",
        "SSH-2.0-OpenSSH_9.2|, no-caster, port"
    })
    void aRefusalSaysWhatToDo(String text, String code, String remedy) {
        var refusal = catchThrowableOfType(CasterRefusedException.class, () -> of(text));
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.remedy()).contains(remedy);
    }

    @Test
    void whatAStrangerSaysIsFitForATerminal() {
        var refusal = catchThrowableOfType(CasterRefusedException.class, () -> of("\u001b[2J" + "x".repeat(500) + "|"));
        assertThat(refusal.getMessage()).hasSizeLessThan(150).doesNotContain("\u001b");
    }
}
