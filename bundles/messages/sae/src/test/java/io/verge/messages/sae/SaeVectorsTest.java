package io.verge.messages.sae;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.messages.sae.j2735.Types;
import io.verge.messages.testkit.Codecs;
import io.verge.messages.testkit.VectorCheck;
import io.verge.messages.testkit.Vectors;
import io.verge.messages.testkit.Vectors.Vector;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SaeVectorsTest {
    private static final Codecs J2735 = Types::find;

    private final VectorCheck check = new VectorCheck();

    @Test
    void understandsEveryVector() throws IOException {
        for (Vector vector : Vectors.load("j2735.json")) {
            check.understood(vector, J2735.get(vector.pdu()));
        }
        System.out.print(check.report());
        assertThat(check.failures()).isEmpty();
        assertThat(check.vectors()).isEqualTo(67);
        assertThat(check.matching()).isEqualTo(67);
        assertThat(check.reencoded()).isEqualTo(67);
    }
}
