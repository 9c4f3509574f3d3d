package io.verge.messages.etsi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.verge.messages.etsi.VectorFile.Vector;
import io.verge.messages.uper.Codec;
import io.verge.messages.uper.CodecException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EtsiMessagesTest {
    private static final Set<String> NO_MESSAGE_OF_OURS = Set.of("CPM", "BTP");

    private final EtsiMessages messages = new EtsiMessages(CpmEdition.CDD_2_1_1);

    static List<Vector> vectors() {
        return VectorFile.read("etsi.json").stream()
                .filter(each -> !NO_MESSAGE_OF_OURS.contains(each.message()))
                .toList();
    }

    static List<Vector> collectivePerception() {
        return VectorFile.read("cpm_ts103324_generated.json");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void theHeaderOfEveryVectorFindsItsCodec(Vector vector) throws CodecException {
        Codec<?> codec = messages.codecFor(vector.octets());
        assertThat(codec.name()).isEqualTo(vector.message());
        decodes(codec, vector);
    }

    @ParameterizedTest
    @MethodSource("collectivePerception")
    void theHeaderOfACpmFindsItsCodec(Vector vector) throws CodecException {
        decodes(messages.codecFor(vector.octets()), vector);
    }

    private static <T> void decodes(Codec<T> codec, Vector vector) throws CodecException {
        byte[] again = codec.encode(codec.decode(vector.octets()));
        if (vector.canonical()) {
            assertThat(again).isEqualTo(vector.octets());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, release1v2016.DENM",
        "1, 2, release1v2016.CAM",
        "2, 1, release1.DENM",
        "2, 2, release1.CAM",
        "2, 4, infrastructure.SPATEM",
        "1, 4, infrastructure.SPATEM",
        "2, 5, infrastructure.MAPEM",
        "2, 9, infrastructure.SREM",
        "2, 10, infrastructure.SSEM",
        "2, 13, infrastructure.RTCMEM",
        "2, 14, cpm.CollectivePerceptionMessage"
    })
    void theHeaderDecides(int protocolVersion, int messageId, String type) throws CodecException {
        Codec<?> codec = messages.codecFor(protocolVersion, messageId);
        assertThat(unitOf(codec)).isEqualTo(unitOf(messages.byName(type).orElseThrow()));
        assertThat(type).endsWith("." + codec.name());
    }

    /** The generated package: codecs are made of lambdas of its class Types. */
    private static String unitOf(Codec<?> codec) {
        return codec.decoder().getClass().getPackageName();
    }

    @ParameterizedTest
    @CsvSource({"1, 14", "0, 14", "1, 255", "2, 255"})
    void aCpmOfTheReportIsRefusedByName(int protocolVersion, int messageId) {
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> messages.codecFor(protocolVersion, messageId))
                .withMessageContaining("TR 103 562");
    }

    @Test
    void anUnknownMessageIsRefusedWithWhatIsKnown() {
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> messages.codecFor(2, 6))
                .withMessage("ItsPduHeader: no codec for messageID 6: known are 1 DENM, 2 CAM, 4 SPATEM, 5 MAPEM, "
                        + "9 SREM, 10 SSEM, 13 RTCMEM, 14 CPM");
    }

    @Test
    void anIncompleteHeaderIsRefused() {
        assertThatExceptionOfType(CodecException.class).isThrownBy(() -> messages.codecFor(new byte[] {2, 2, 0, 0, 0}));
    }

    @Test
    void everyNameHasACodec() {
        assertThat(messages.names()).doesNotHaveDuplicates().allMatch(name -> messages.byName(name)
                .isPresent());
        assertThat(messages.qualifiedNames()).contains("release1v2016.CAM").allMatch(name -> messages.byName(name)
                .isPresent());
    }

    @Test
    void anUnknownNameHasNone() {
        assertThat(messages.byName("Nothing")).isEmpty();
        assertThat(messages.byName("cpm.CAM")).isEmpty();
        assertThat(messages.byName("nowhere.CAM")).isEmpty();
    }

    @Test
    void theEditionOfACpmIsAgreed() throws CodecException {
        assertThat(CpmEdition.of("2.4.1")).isEqualTo(CpmEdition.CDD_2_4_1);
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> CpmEdition.of("2.3.1"))
                .withMessage("CPM edition 2.3.1 of 2.1.1, 2.4.1");
    }
}
