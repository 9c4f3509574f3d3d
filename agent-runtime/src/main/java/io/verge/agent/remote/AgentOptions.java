package io.verge.agent.remote;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which agent, and by which key. */
final class AgentOptions {
    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "The box (default: ${DEFAULT-VALUE}). Any other than loopback is reached by DTLS alone.")
    String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "${env:VERGE_PORT:-5683}",
            description = "Of plain CoAP (default: VERGE_PORT, else 5683).")
    int port;

    @Option(
            names = "--secure-port",
            paramLabel = "PORT",
            defaultValue = "${env:VERGE_SECURE_PORT:-5684}",
            description = "Of CoAP over DTLS (default: VERGE_SECURE_PORT, else 5684).")
    int securePort;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "File with a line `identity role key`; default: that of the agent on this box.")
    @Nullable
    Path key;

    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            defaultValue = "${env:VERGE_HOME}",
            description = "The folder that the agent was started with, if any.")
    @Nullable
    Path home;

    @Option(
            names = "--login",
            paramLabel = "FILE",
            description =
                    "PKCS#12 file with your certificate, its key and the authority's certificate, in the place of a"
                            + " key.")
    @Nullable
    Path login;

    @Option(
            names = "--login-password",
            paramLabel = "FILE",
            description = "File with the password of --login; default: you are asked for it.")
    @Nullable
    Path loginPassword;

    boolean local() {
        return host.equals("127.0.0.1") || host.equals("localhost") || host.equals("::1");
    }

    Path keyFile() {
        if (key != null) {
            return key;
        }
        return home == null
                ? Path.of("/var/lib/verge/coap.key")
                : home.resolve("var").resolve("coap.key");
    }
}
