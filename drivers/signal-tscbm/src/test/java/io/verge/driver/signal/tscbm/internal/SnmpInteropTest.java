package io.verge.driver.signal.tscbm.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** net-snmp's agent must understand what switches the broadcast on. */
@Tag("interop")
class SnmpInteropTest {
    private static final int TRIES = 20;

    @TempDir
    private Path folder = Path.of("");

    private @Nullable Process agent;

    @AfterEach
    void stop() throws InterruptedException {
        if (agent != null) {
            agent.destroy();
            agent.waitFor();
        }
    }

    @Test
    void isUnderstoodByNetSnmp() throws Exception {
        Path log = folder.resolve("sets.txt");
        int port = start(log);
        setUntilItAnswers(port);
        assertThat(Files.readAllLines(log)).contains(".1.3.6.1.4.1.1206.3.5.2.9.44.1.0 integer 6");
    }

    /** The agent takes a moment to start; each try waits a second for its answer. */
    private static void setUntilItAnswers(int port) throws IOException {
        InetSocketAddress address = InetSocketAddress.createUnresolved("127.0.0.1", port);
        for (int tries = 1; ; tries++) {
            try {
                new SnmpSetter(Duration.ofSeconds(1)).set(address, "public", Broadcast.OID, Broadcast.LONG_FORM);
                return;
            } catch (IOException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    private int start(Path log) throws IOException {
        int port;
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path script = Files.writeString(
                folder.resolve("controller.sh"),
                """
                while read -r command; do
                  case "$command" in
                    PING) echo PONG ;;
                    get) read -r oid; echo "$oid"; echo integer; echo 0 ;;
                    set) read -r oid; read -r value; echo "$oid $value" >> '%s'; echo DONE ;;
                    *) read -r oid; echo NONE ;;
                  esac
                done
                """
                        .formatted(log));
        Path configuration = Files.write(
                folder.resolve("snmpd.conf"),
                List.of("rwcommunity public 127.0.0.1", "pass_persist .1.3.6.1.4.1.1206 /bin/sh " + script));
        ProcessBuilder command = new ProcessBuilder(
                "snmpd",
                "-f",
                "-C",
                "-c",
                configuration.toString(),
                "-Lf",
                folder.resolve("snmpd.log").toString(),
                "-p",
                folder.resolve("snmpd.pid").toString(),
                "udp:127.0.0.1:" + port);
        command.environment().put("SNMP_PERSISTENT_DIR", folder.toString());
        try {
            agent = command.redirectErrorStream(true)
                    .redirectOutput(folder.resolve("snmpd.out").toFile())
                    .start();
        } catch (IOException e) {
            throw new AssertionError("the interop profile needs snmpd: install it", e);
        }
        return port;
    }
}
