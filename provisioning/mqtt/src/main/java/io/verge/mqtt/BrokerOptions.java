package io.verge.mqtt;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of a command that talks to a broker; a mixin. */
public final class BrokerOptions {
    @Option(
            names = "--broker",
            required = true,
            paramLabel = "URL",
            description = "mqtt://HOST:PORT or mqtts://HOST:PORT")
    private String broker = "";

    @Mixin
    private LoginOptions login = new LoginOptions();

    /** What the options say. */
    public BrokerAccess access() {
        return login.broker(broker);
    }
}
