package io.verge.authority.rollout.hawkbit;

import io.verge.authority.keys.Password;
import io.verge.mqtt.TlsFiles;
import io.verge.transfer.source.HttpSettings;
import io.verge.transfer.source.HttpSettings.Credentials;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;

/**
 * Where a hawkBit server is, and how it knows who comes. The files are read each time the server is gone to, so that renewed ones are used
 * with the next.
 *
 * @param server {@code https://HOST:PORT}, also with a path; {@code http} for this machine alone
 * @param userFile one line, {@code user:password}, that nobody but its owner can read
 * @param tls whom to trust
 */
public record HawkbitAccess(URI server, Path userFile, TlsFiles tls) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @throws IllegalArgumentException when the address is none of a server, or the password would go over a network in the clear */
    public HawkbitAccess {
        String host = String.valueOf(server.getHost());
        boolean secure = "https".equals(server.getScheme());
        if (server.getHost() == null || server.getRawQuery() != null || server.getRawUserInfo() != null) {
            throw new IllegalArgumentException("--hawkbit: https://HOST:PORT was expected");
        }
        if (!secure && !("http".equals(server.getScheme()) && THIS_MACHINE.contains(host))) {
            throw new IllegalArgumentException(
                    "--hawkbit: https://HOST:PORT was expected; http would show the password to the network");
        }
    }

    /** In front of the paths of the interface. */
    String base() {
        String text = server.toString();
        return (text.endsWith("/") ? text : text + "/") + "rest/v1/";
    }

    /** @throws IOException when a file cannot be read, or what it holds is not what was expected; without the secret */
    HttpSettings settings() throws IOException {
        String line = String.valueOf(Password.readPrivate(userFile));
        if (line.indexOf(':') <= 0 || line.lines().count() != 1) {
            throw new IOException(userFile + ": one line user:password was expected");
        }
        String encoded = Base64.getEncoder().encodeToString(line.getBytes(StandardCharsets.UTF_8));
        HttpSettings known = HttpSettings.DEFAULT.with(new Credentials(server, "Basic " + encoded));
        return "https".equals(server.getScheme()) ? known.with(tls.sockets()) : known;
    }
}
