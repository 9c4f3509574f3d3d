package io.verge.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportJsonTest {
    private static final List<Written> REPORTS = Samples.reports();

    static List<Written> reports() {
        return REPORTS;
    }

    @ParameterizedTest
    @MethodSource("reports")
    void jsonAndCborSayTheSame(Written report) throws IOException {
        assertThat(report.cborTree()).isEqualTo(report.jsonTree());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void nothingIsNull(Written report) {
        assertThat(report.json()).doesNotContain("null");
    }

    @Test
    void aDeviceInTrouble() {
        assertThat(REPORTS.get(0).json())
                .isEqualTo("{\"id\":\"radar-ne\",\"state\":\"DEGRADED\",\"since\":\"2026-03-01T08:00:00.250Z\","
                        + "\"code\":\"no-data\",\"cause\":\"no frame for 151 ms (limit 150 ms)\","
                        + "\"remedy\":\"check the cable\",\"lastFrame\":\"2026-03-01T08:00:00.250Z\","
                        + "\"counters\":{\"frames\":3},\"facts\":{\"version\":\"3.5\"}}");
    }

    @Test
    void aDeviceWithoutTrouble() {
        assertThat(REPORTS.get(1).json())
                .isEqualTo("{\"id\":\"radar-ne\",\"state\":\"OK\",\"since\":\"2026-03-01T08:00:00.250Z\","
                        + "\"counters\":{},\"facts\":{}}");
    }

    @Test
    void anApp() {
        assertThat(REPORTS.get(2).json())
                .startsWith("{\"name\":\"glosa\",\"state\":\"DEGRADED\"")
                .endsWith("\"lastAnnouncement\":\"2026-03-01T08:00:00.250Z\",\"lastEvent\":\"new wrong-way"
                        + " e-1\",\"counters\":{\"scenes\":1}}");
    }

    @Test
    void theTrailOfWrites() {
        assertThat(REPORTS.get(REPORTS.size() - 1).json())
                .isEqualTo(
                        "{\"state\":\"OK\",\"since\":\"2026-03-01T08:00:00.250Z\",\"count\":7,\"head\":\"ab12\","
                                + "\"anchored\":5,\"anchoredAt\":\"2026-03-01T08:00:00.250Z\",\"entries\":[{\"number\":7,"
                                + "\"time\":\"2026-03-01T08:00:00.250Z\",\"door\":\"coap\",\"who\":\"anna\",\"role\":\"operator\","
                                + "\"what\":\"bundle.stop\",\"object\":\"x\",\"outcome\":\"done\",\"detail\":\"\",\"hash\":\"ab12\"}]}");
    }

    @Test
    void whatBecameOfMessages() {
        assertThat(REPORTS.get(4).json())
                .isEqualTo("{\"kind\":\"SPAT\",\"sent\":1099511627776,\"octets\":2,"
                        + "\"lastSent\":\"2026-03-01T08:00:00.250Z\",\"stopped\":{\"too-old\":4},"
                        + "\"lastStop\":\"410 ms old\"}");
    }

    @Test
    void latencyInMilliseconds() {
        assertThat(REPORTS.get(6).json())
                .isEqualTo("{\"hop\":\"sent\",\"count\":5,\"p50Millis\":0.002,\"p99Millis\":2.0,\"maxMillis\":3.0}");
    }

    @Test
    void aBundleWhoseDigestIsNotKnown() {
        assertThat(REPORTS.get(7).json())
                .isEqualTo("{\"name\":\"io.verge.api\",\"version\":\"0.1.0\",\"state\":\"active\","
                        + "\"replaceable\":false,\"origin\":\"shipped\"}");
    }
}
