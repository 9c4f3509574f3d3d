package io.verge.messages.facilities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.verge.api.message.MessageKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KindEntriesTest {
    private static final Map<MessageKind, Long> USUAL = Map.of(MessageKind.MAP, 1L, MessageKind.SPAT, 2L);

    private final KindEntries<MessageKind> ports =
            new KindEntries<>("port", List.of(MessageKind.MAP, MessageKind.SPAT), "number with 0 to 255");

    private Map<MessageKind, Long> over(String... entries) {
        return ports.over(USUAL, KindEntries.numberTo(255), entries);
    }

    @Test
    void keepsWhatNobodyConfigures() {
        assertThat(over()).isEqualTo(USUAL);
    }

    @Test
    void takesTheConfiguredValue() {
        assertThat(over("SPAT=7")).containsEntry(MessageKind.SPAT, 7L).containsEntry(MessageKind.MAP, 1L);
    }

    @Test
    void readsSmallLettersSpacesAndHexadecimal() {
        assertThat(over(" spat = 0x1F ")).containsEntry(MessageKind.SPAT, 31L);
    }

    @Test
    void takesTheLastOfTwo() {
        assertThat(over("MAP=3", "MAP=4")).containsEntry(MessageKind.MAP, 4L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "SPAT", "SPAT=", "=7", "SPAT=x", "SPAT=256", "SPAT=-1", "RTCM=7", "NONE=7"})
    void saysWhatIsWrong(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> over(entry))
                .withMessage("port: '" + entry + "' is not KIND=number with 0 to 255");
    }
}
