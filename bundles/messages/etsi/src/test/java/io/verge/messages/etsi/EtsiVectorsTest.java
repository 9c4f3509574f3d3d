package io.verge.messages.etsi;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.messages.testkit.Codecs;
import io.verge.messages.testkit.VectorCheck;
import io.verge.messages.testkit.Vectors;
import io.verge.messages.testkit.Vectors.Vector;
import io.verge.messages.uper.Codec;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class EtsiVectorsTest {
    private static final Codecs RELEASE1 = io.verge.messages.etsi.release1.Types::find;
    private static final Codecs RELEASE1_2016 = io.verge.messages.etsi.release1v2016.Types::find;
    private static final Codecs INFRASTRUCTURE = io.verge.messages.etsi.infrastructure.Types::find;
    private static final Codecs CPM = io.verge.messages.etsi.cpm.Types::find;

    private final VectorCheck check = new VectorCheck();

    @Test
    void understandsEveryVector() throws IOException {
        for (Vector vector : Vectors.load("etsi.json")) {
            if (!vector.pdu().equals("CPM") && !vector.pdu().equals("BTP")) {
                check.understood(vector, codec(vector));
            }
        }
        for (Vector vector : Vectors.load("cpm_ts103324_generated.json")) {
            check.understood(vector, CPM.get(vector.pdu()));
        }
        System.out.print(check.report());
        assertThat(check.failures()).isEmpty();
        assertThat(check.vectors()).isEqualTo(53);
        assertThat(check.matching()).isEqualTo(53);
        assertThat(check.reencoded()).isEqualTo(51);
    }

    @Test
    void refusesTheCpmOfTheOlderReport() throws IOException {
        int found = 0;
        for (Vector vector : Vectors.load("etsi.json")) {
            if (vector.pdu().equals("CPM")) {
                found++;
                check.refused(vector, CPM.get("CollectivePerceptionMessage"));
            }
        }
        assertThat(found).isEqualTo(1);
        assertThat(check.failures()).isEmpty();
    }

    private static Codec<?> codec(Vector vector) {
        boolean version1 = vector.hex().startsWith("01");
        return switch (vector.pdu()) {
            case "CAM", "DENM" -> (version1 ? RELEASE1_2016 : RELEASE1).get(vector.pdu());
            default -> INFRASTRUCTURE.get(vector.pdu());
        };
    }
}
