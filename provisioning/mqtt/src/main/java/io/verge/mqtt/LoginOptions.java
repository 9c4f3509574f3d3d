package io.verge.mqtt;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options by which a server knows who comes, and is known; a mixin. */
public final class LoginOptions {
    @Option(names = "--user", description = "MQTT user name")
    private @Nullable String user;

    @Option(names = "--password-file", description = "its first line is the MQTT password")
    private @Nullable Path passwordFile;

    @Option(names = "--identity", description = "PKCS#12 with key and certificate")
    private @Nullable Path identity;

    @Option(
            names = "--identity-password-file",
            description = "its first line is the password of --identity and --trust")
    private @Nullable Path identityPasswordFile;

    @Option(names = "--trust", description = "PKCS#12, or PEM when its name ends so; default: what Java trusts")
    private @Nullable Path trust;

    /** What the options say of a broker. */
    public BrokerAccess broker(String url) {
        return new BrokerAccess(url, user, passwordFile, identity, identityPasswordFile, trust, BrokerAccess.DEADLINE);
    }

    /** What they say of TLS with any server. */
    public TlsFiles tls() {
        return new TlsFiles(identity, identityPasswordFile, trust);
    }
}
