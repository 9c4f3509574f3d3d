package io.verge.authority.cli;

import io.verge.authority.keys.Keys;
import io.verge.authority.refusal.RefusedException;
import io.verge.authority.release.Repository;
import io.verge.authority.release.Vendors;
import io.verge.trust.TrustException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets a vendor vouch for its own bundles. */
@Command(
        name = "delegate",
        description = {
            "Let a vendor vouch for its own bundles, and for nothing else.",
            "Publish after the vendor has signed something ('sign --role VENDOR'): before that, boxes would miss it."
        })
final class DelegateCommand extends TargetsCommand {
    @Parameters(paramLabel = "VENDOR", description = "Such as acme.")
    private String vendor = "";

    @Option(
            names = "--keys",
            arity = "1..*",
            paramLabel = "PUB",
            description = "The vendor's public keys, as 'make-key' writes them.")
    private List<Path> keys = List.of();

    @Option(names = "--threshold", defaultValue = "1", paramLabel = "M", description = "Of them must sign; default: 1.")
    private int threshold;

    @Option(names = "--paths", split = ",", paramLabel = "PATH", description = "Such as 'bundles/com.acme.*'.")
    private List<String> paths = List.of();

    @Option(names = "--withdraw", description = "Take it back, instead.")
    private boolean withdraw;

    DelegateCommand(Tool tool) {
        super(tool);
    }

    @Override
    int run() throws IOException, RefusedException, TrustException {
        Vendors vendors = new Vendors(repository());
        if (withdraw) {
            signing(Repository.TOP).sign(vendors.withdrawal(vendor, expires()));
            return ExitCode.OK;
        }
        if (keys.isEmpty() || paths.isEmpty()) {
            throw misuse("--keys PUB or --paths PATH is missing: who may sign for what");
        }
        List<PublicKey> publicKeys = new ArrayList<>();
        for (Path key : keys) {
            publicKeys.add(Keys.readPublic(key));
        }
        signing(Repository.TOP).sign(vendors.draft(vendor, threshold, publicKeys, paths, expires()));
        return ExitCode.OK;
    }
}
