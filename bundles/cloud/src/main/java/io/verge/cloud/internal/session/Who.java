package io.verge.cloud.internal.session;

import io.verge.api.disk.Disk;
import io.verge.api.site.Site;
import io.verge.cloud.internal.keys.Identity;
import io.verge.cloud.internal.keys.Subject;
import io.verge.cloud.internal.mqtt.TlsSettings;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who the box is to the cloud.
 *
 * @param isClaimed whether it has no name yet, and may do nothing but ask for it
 */
record Who(String tenant, String box, boolean isClaimed) {
    private static final Logger LOG = LoggerFactory.getLogger(Who.class);

    /** By what the profile says and where its certificate is. One that does not open speaks of nobody: the connection tells why. */
    static Who of(Site here, Disk disk, TlsSettings tls) {
        Path file = tls.identity();
        Subject shown = Subject.NOBODY;
        try {
            shown = file == null
                    ? shown
                    : Identity.read(disk, file, tls.identityPassword()).subject();
        } catch (IOException e) {
            LOG.debug("who the box is by its certificate cannot be read", e);
        }
        return of(here.tenant(), here.box(), shown);
    }

    /**
     * As the profile calls it; but by its certificate when that is a claim, or when the profile knows no name.
     *
     * @param shown whom the box's certificate speaks of; with an empty name when it shows none
     */
    static Who of(String tenant, String box, Subject shown) {
        boolean byCertificate =
                shown.isClaim() || (Subject.isNoName(box) && !shown.box().isEmpty());
        return byCertificate
                ? new Who(shown.tenant().isEmpty() ? tenant : shown.tenant(), shown.box(), shown.isClaim())
                : new Who(tenant, box, false);
    }
}
