package io.verge.messages.csae.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.time.Stamps;
import io.verge.messages.compiler.Schema.Definition;
import io.verge.messages.csae.CsaeEdition;
import io.verge.messages.testkit.JerText;
import io.verge.messages.testkit.RandomValues;
import io.verge.messages.testkit.Unit;
import io.verge.messages.testkit.Value;
import io.verge.messages.uper.Codec;
import io.verge.messages.uper.CodecException;
import io.verge.testkit.Crossing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever may come from the air, with extreme values and what a later edition may add. */
class AnyMessageTest {
    private static final long SEED = 20_260_301;
    private static final int EACH = 400;

    @Test
    void isRead() throws IOException, CodecException {
        CsaeMessageSet set = Spoken.set(CsaeEdition.EDITION_2020);
        Definition type = Objects.requireNonNull(Unit.CSAE_2020.types().get("MessageFrame"));
        RandomValues random = RandomValues.ofLaterEditionsToo(SEED);
        Set<MessageKind> read = EnumSet.noneOf(MessageKind.class);
        for (String kind : RandomValues.kinds(type)) {
            for (int i = 0; i < EACH; i++) {
                byte[] octets = encoded(CsaeEdition.EDITION_2020.frame(), random.next(type, kind));
                V2xFrame frame =
                        new V2xFrame("csae", MessageKind.OTHER, 0, ByteBuffer.wrap(octets), Crossing.TIME, Stamps.NONE);
                assertThat(set.decode("rsu", frame)).hasValueSatisfying(message -> read.add(message.kind()));
            }
        }
        assertThat(read).contains(MessageKind.BSM, MessageKind.PSM, MessageKind.VIR);
    }

    private static <T> byte[] encoded(Codec<T> codec, Value value) throws CodecException {
        return codec.encode(codec.parseJson(JerText.toJer(value)));
    }
}
