package io.verge.driver.corrections.ntrip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.verge.itests.devices.Seeds;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an NTRIP caster answers, and the chunks behind it: nothing is thrown but what is declared, what is told of a refusal fits
 * on a terminal, no more data come out than went in, and cut in two they are the same.
 */
class CasterAnswerFuzzIT {
    private static final int LONGEST_LINE = 160;

    static Stream<Arguments> answer() {
        return new Seeds()
                        .add(List.of(
                                "ICY 200 OK\r\n\r\ndata",
                                "HTTP/1.1 200 OK\r\nContent-Type: gnss/data\r\n\r\ndata",
                                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\ndata\r\n1;x\r\n.\r\n0\r\n\r\n",
                                "HTTP/1.0 401 Unauthorized\r\n\r\n",
                                "SOURCETABLE 200 OK\r\n",
                                "ERROR - Bad Password\r\n"))
                        .stream();
    }

    @MethodSource
    @FuzzTest(maxDuration = "30s")
    void answer(byte[] input) {
        try {
            Optional<CasterAnswer> answer = CasterAnswer.of(input, input.length);
            if (answer.isPresent()) {
                int begin = answer.get().length();
                assertThat(begin).isLessThanOrEqualTo(input.length);
                unwrap(ByteBuffer.wrap(input, begin, input.length - begin).slice());
            }
        } catch (IOException e) {
            assertThat(String.valueOf(e.getMessage()))
                    .hasSizeLessThan(LONGEST_LINE)
                    .matches("[ -~…]*");
        }
    }

    private static void unwrap(ByteBuffer data) throws IOException {
        ByteBuffer whole = copy(data);
        ByteBuffer first = copy(data.duplicate().limit(data.limit() / 2));
        ByteBuffer second = copy(data.duplicate().position(data.limit() / 2));
        new Chunks().unwrap(whole);
        Chunks cut = new Chunks();
        cut.unwrap(first);
        cut.unwrap(second);
        assertThat(first.remaining() + second.remaining()).isEqualTo(whole.remaining());
    }

    private static ByteBuffer copy(ByteBuffer from) {
        return ByteBuffer.allocate(from.remaining()).put(from.duplicate()).flip();
    }
}
