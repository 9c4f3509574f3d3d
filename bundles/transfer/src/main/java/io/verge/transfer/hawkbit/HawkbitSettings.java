package io.verge.transfer.hawkbit;

import io.verge.transfer.source.HttpSettings.Credentials;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Where the server is and who the box is there.
 *
 * @param server up to its port, or to a folder that ends with {@code /}
 * @param tenant such as {@code DEFAULT}
 * @param controller the box's name
 */
public record HawkbitSettings(URI server, String tenant, String controller) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,128}");

    public HawkbitSettings {
        if (!NAME.matcher(tenant).matches() || !NAME.matcher(controller).matches()) {
            throw new IllegalArgumentException("tenant and controller are names of letters, digits, '.', '_' and '-'");
        }
    }

    /** What the box shows when it has a token of its own. */
    public Credentials targetToken(String token) {
        return new Credentials(server, "TargetToken " + token);
    }

    /** What all boxes behind one gateway show. */
    public Credentials gatewayToken(String token) {
        return new Credentials(server, "GatewayToken " + token);
    }

    /** Where the box asks. */
    URI base() {
        String root = server.toString();
        String slash = root.endsWith("/") ? "" : "/";
        return URI.create(root + slash + tenant + "/controller/v1/" + controller);
    }
}
