package io.verge.device.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.verge.device.Connector;
import io.verge.device.Ports;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
    private final ScriptedTransports transports = new ScriptedTransports();

    @ParameterizedTest
    @CsvSource({
        "/dev/ttyUSB1, '', serial /dev/ttyUSB1 9600",
        "tcp://10.0.0.7:4001, '', tcp 10.0.0.7:4001",
        "tcp://[::1]:4001, '', tcp ::1:4001",
        "'', recorded.bin.gz, file recorded.bin.gz"
    })
    void opensWhatIsNamed(String port, String file, String opened) throws IOException {
        Ports.of(transports, port, 9600, file).connect();
        assertThat(transports.opened()).containsExactly(opened);
    }

    @Test
    void opensNothingBeforeItIsTold() {
        Connector connector = Ports.of(transports, "/dev/ttyUSB1", 9600, "");
        assertThat(connector).isNotNull();
        assertThat(transports.opened()).isEmpty();
    }

    @Test
    void opensAnewEachTime() throws IOException {
        Connector connector = Ports.stream(transports, "cli", "tcp://radar:7001", 9600);
        assertThat(connector.connect()).isNotSameAs(connector.connect());
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "/dev/ttyUSB1, recorded.bin"})
    void needsExactlyOneSource(String port, String file) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ports.of(transports, port, 9600, file))
                .withMessage("port: '" + port + "' and file: '" + file + "': exactly one is needed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://radar", "tcp://", "tcp://radar:0", "tcp://radar:x"})
    void refusesAnAddressThatIsNone(String port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ports.stream(transports, "cli", port, 9600))
                .withMessage("cli: '" + port + "' is neither a serial port nor tcp://host:port");
    }
}
