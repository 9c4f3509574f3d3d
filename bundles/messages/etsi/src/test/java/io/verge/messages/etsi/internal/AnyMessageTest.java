package io.verge.messages.etsi.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.time.Stamps;
import io.verge.messages.compiler.Schema.Definition;
import io.verge.messages.etsi.CpmEdition;
import io.verge.messages.etsi.EtsiMessages;
import io.verge.messages.testkit.JerText;
import io.verge.messages.testkit.RandomValues;
import io.verge.messages.testkit.Unit;
import io.verge.messages.testkit.Value;
import io.verge.messages.uper.Codec;
import io.verge.messages.uper.CodecException;
import io.verge.testkit.Crossing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever may come from the air, with extreme values and what a later edition may add. */
class AnyMessageTest {
    private static final long SEED = 20_260_301;
    private static final int EACH = 200;

    @ParameterizedTest
    @CsvSource({"CAM, ETSI_RELEASE1, 2", "SREM, ETSI_INFRASTRUCTURE, 9", "DENM, ETSI_RELEASE1, 1"})
    void isRead(String name, Unit unit, byte messageId) throws IOException, CodecException {
        EtsiMessageSet set = Spoken.set();
        Definition type = Objects.requireNonNull(unit.types().get(name));
        Codec<?> codec = new EtsiMessages(CpmEdition.CDD_2_1_1).byName(name).orElseThrow();
        RandomValues random = RandomValues.ofLaterEditionsToo(SEED);
        for (int i = 0; i < EACH; i++) {
            byte[] octets = encoded(codec, random.next(type));
            octets[0] = 2;
            octets[1] = messageId;
            V2xFrame frame =
                    new V2xFrame("etsi", MessageKind.OTHER, 0, ByteBuffer.wrap(octets), Crossing.TIME, Stamps.NONE);
            assertThat(set.decode("rsu", frame)).isPresent();
        }
    }

    private static <T> byte[] encoded(Codec<T> codec, Value value) throws CodecException {
        return codec.encode(codec.parseJson(JerText.toJer(value)));
    }
}
