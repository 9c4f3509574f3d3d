package io.verge.messages.csae;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.messages.testkit.Codecs;
import io.verge.messages.testkit.VectorCheck;
import io.verge.messages.testkit.Vectors;
import io.verge.messages.testkit.Vectors.Vector;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CsaeVectorsTest {
    private static final Codecs EDITION_2019 = io.verge.messages.csae.edition2019.Types::find;
    private static final Codecs EDITION_2020 = io.verge.messages.csae.edition2020.Types::find;

    private final VectorCheck check = new VectorCheck();

    @Test
    void understandsEveryVector() throws IOException {
        for (Vector vector : Vectors.load("csae53.json")) {
            check.understood(vector, EDITION_2019.get(vector.pdu()));
        }
        for (Vector vector : Vectors.load("csae53_day2_generated.json")) {
            check.understood(vector, EDITION_2020.get(vector.pdu()));
        }
        System.out.print(check.report());
        assertThat(check.failures()).isEmpty();
        assertThat(check.vectors()).isEqualTo(18);
        assertThat(check.matching()).isEqualTo(18);
        assertThat(check.reencoded()).isEqualTo(18);
    }
}
