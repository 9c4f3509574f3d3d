package io.verge.authority.cli;

import io.verge.authority.keys.Passwords;
import io.verge.authority.refusal.RefusedException;
import io.verge.authority.renewal.Issued;
import io.verge.authority.renewal.RenewalDesk;
import io.verge.authority.renewal.Roster;
import io.verge.authority.serve.IdentityServer;
import io.verge.authority.serve.RangeServer;
import io.verge.authority.store.AuthorityFolder;
import io.verge.mqtt.BrokerOptions;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gives boxes a published repository, and the certificates that follow theirs, over the broker. */
@Command(
        name = "serve",
        description = {
            "Answer over the broker what boxes ask for, until it is ended.",
            "With --repository: of a published repository, for boxes that reach no web server. Only reads; links that"
                    + " lead out of it are not followed.",
            "With --authority: certificates, for boxes whose own ends soon, and for boxes from the factory that have a"
                    + " claim. What was given is written into issued/ of the authority's folder; who stands in its"
                    + " blocked.csv (column box) gets nothing."
        })
final class ServeCommand extends ToolCommand {
    @Mixin
    private BrokerOptions broker = new BrokerOptions();

    @Option(names = "--repository", paramLabel = "DIR", description = "With metadata/ and targets/.")
    private @Nullable Path repository;

    @Option(names = "--authority", paramLabel = "FOLDER", description = "Of the authority, with its key.")
    private @Nullable Path authority;

    @Option(
            names = "--authority-password-file",
            paramLabel = "FILE",
            description = "Its first line is the password of the authority's key; otherwise as with enroll.")
    private @Nullable Path passwordFile;

    @Mixin
    private TokenOptions token = new TokenOptions();

    @Option(
            names = "--boxes",
            paramLabel = "LIST",
            description =
                    "CSV with the columns box and, for boxes from the factory, serial, as rollout takes it: only these"
                            + " boxes get certificates. Read anew for each.")
    private @Nullable Path boxes;

    @Option(names = "--tenant", required = true, paramLabel = "T", description = "Whose boxes.")
    private String tenant = "";

    @Option(
            names = "--prefix",
            defaultValue = "releases/",
            paramLabel = "P",
            description = "Boxes ask for P/metadata/…; default: ${DEFAULT-VALUE}")
    private String prefix = "";

    @Option(
            names = "--box-rate",
            defaultValue = "65536",
            paramLabel = "N",
            description = "Octets a second to one box; default: ${DEFAULT-VALUE}")
    private long boxRate;

    @Option(
            names = "--rate",
            defaultValue = "4194304",
            paramLabel = "N",
            description = "Octets a second in all; default: ${DEFAULT-VALUE}")
    private long rate;

    ServeCommand(Tool tool) {
        super(tool);
    }

    @Override
    int run() throws IOException, RefusedException {
        if (boxRate < 1 || rate < 1) {
            throw misuse("--box-rate and --rate are 1 or more");
        }
        if (!tenant.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            throw misuse("--tenant: 1 to 63 of a-z, 0-9 and hyphen were expected");
        }
        if (repository == null && authority == null) {
            throw misuse("--repository DIR or --authority FOLDER is missing: what is to be given to boxes");
        }
        try {
            serve(repository == null ? null : ranges(repository), authority == null ? null : identities(authority));
            return ExitCode.OK;
        } catch (IllegalArgumentException e) {
            throw misuse(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException("it was interrupted; run 'serve' again", e);
        }
    }

    private RangeServer ranges(Path published) throws IOException, RefusedException {
        if (tool().disk().list(published.resolve("metadata")).isEmpty()) {
            throw new RefusedException(
                    published + " is no published repository: run 'publish', or take its folder 'repository'");
        }
        RangeServer.Terms terms = new RangeServer.Terms(tenant, published, prefix, boxRate, rate);
        return new RangeServer(broker.access(), terms, tool().clock(), this::sayNow);
    }

    private IdentityServer identities(Path home) throws IOException, RefusedException {
        AuthorityFolder folder = new AuthorityFolder(home, new Passwords(passwordFile, tool().prompt()));
        RenewalDesk desk = new RenewalDesk(
                Issuing.authority(tool(), folder, token),
                new Roster(tool().disk(), folder.blocked(), boxes),
                new Issued(tool().disk(), folder.issued()),
                this::sayNow);
        return new IdentityServer(broker.access(), tenant, desk, tool().clock(), this::sayNow);
    }

    /** Both at once, each with a connection of its own. */
    private static void serve(@Nullable RangeServer ranges, @Nullable IdentityServer identities)
            throws InterruptedException {
        if (ranges == null) {
            if (identities != null) {
                identities.run();
            }
            return;
        }
        if (identities == null) {
            ranges.run();
            return;
        }
        Thread beside = new Thread(() -> beside(identities), "identities");
        beside.setDaemon(true);
        beside.start();
        try {
            ranges.run();
        } finally {
            identities.stop();
        }
    }

    private static void beside(IdentityServer identities) {
        try {
            identities.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
