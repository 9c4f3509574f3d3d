package io.verge.authority.cli;

import io.verge.authority.refusal.RefusedException;
import io.verge.authority.release.Repository;
import io.verge.authority.rollout.RolloutLoop;
import io.verge.authority.rollout.hawkbit.HawkbitAccess;
import io.verge.authority.rollout.hawkbit.HawkbitTerms;
import io.verge.authority.rollout.hawkbit.HawkbitWay;
import io.verge.authority.rollout.hawkbit.Software;
import io.verge.mqtt.TlsFiles;
import io.verge.transfer.Names;
import io.verge.trust.TrustException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of a command that talks to a hawkBit server; a mixin. */
final class HawkbitOptions {
    @Option(
            names = "--hawkbit-user-file",
            paramLabel = "FILE",
            description = "its line is USER:PASSWORD of hawkBit; of mode 600")
    private @Nullable Path userFile;

    @Option(
            names = "--hawkbit-module",
            defaultValue = "verge",
            paramLabel = "TYPE",
            description =
                    "of the software module, as 'update: {hawkbitModule: …}' of the boxes; default: ${DEFAULT-VALUE}")
    private String module = "";

    @Option(names = "--forced", description = "hawkBit tells boxes to insist; default: when it suits")
    private boolean forced;

    @Option(
            names = "--repository",
            paramLabel = "DIR",
            description = "published; what hawkBit does not have of the release's files is uploaded from it")
    private @Nullable Path repository;

    /**
     * The way to the boxes.
     *
     * @throws IllegalArgumentException when the options make no sense
     */
    RolloutLoop.Way way(URI server, TlsFiles tls, String release, Tool tool)
            throws IOException, RefusedException, TrustException {
        if (userFile == null) {
            throw new IllegalArgumentException("--hawkbit-user-file is missing: hawkBit lets nobody in without");
        }
        return new HawkbitWay(
                new HawkbitAccess(server, userFile, tls),
                new HawkbitTerms(module, forced),
                repository == null ? Software.UPLOADED : software(new Repository(tool.disk(), repository), release),
                new ToolClock(tool.clock()),
                tool.random());
    }

    private static Software software(Repository repository, String release)
            throws IOException, RefusedException, TrustException {
        List<Software.File> files = new ArrayList<>();
        for (Repository.Stored stored : repository.stored(release)) {
            files.add(new Software.File(Names.last(stored.path()), stored.sha256(), () -> repository.content(stored)));
        }
        return new Software(files);
    }
}
