package io.verge.update.internal.engine.release;

import io.verge.api.disk.Sha256;
import io.verge.generation.SetBundle;
import io.verge.transfer.Download;
import io.verge.transfer.Names;
import io.verge.transfer.pack.Form;
import io.verge.transfer.pack.Packing;
import io.verge.trust.BundleTarget;
import io.verge.trust.Pack;
import io.verge.trust.Target;
import io.verge.update.internal.engine.journal.Reason;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bundle that a release names, as signed metadata describes it.
 *
 * @param bundle as it will be part of a generation
 * @param counter see {@link BundleTarget#counter}
 * @param forms packed ones that this agent knows
 * @param plain the jar itself
 */
public record WantedBundle(SetBundle bundle, long counter, List<Form> forms, Download plain) {
    public WantedBundle {
        forms = List.copyOf(forms);
    }

    /** @throws Refusal when its target says what cannot be */
    static WantedBundle of(BundleTarget described, String level) throws Refusal {
        Target target = described.target();
        try {
            SetBundle bundle =
                    new SetBundle(described.name(), described.version(), target.sha256(), target.length(), level);
            if (!Names.isSound(target.location())) {
                throw new IllegalArgumentException("not the name of a file: " + target.location());
            }
            Download plain =
                    Download.whole(target.location(), Math.toIntExact(target.length()), new Sha256(target.sha256()));
            return new WantedBundle(bundle, described.counter(), forms(described), plain);
        } catch (IllegalArgumentException | ArithmeticException e) {
            Reason reason = new Reason(
                    "malformed-metadata",
                    target.path() + ": " + e.getMessage(),
                    "sign the bundle again with the repository's own tool");
            throw new Refusal(reason, e);
        }
    }

    /** A form that is malformed is passed over, like one of a kind that is not known: the jar itself is there in any case. */
    private static List<Form> forms(BundleTarget target) {
        return target.packs().stream()
                .map(WantedBundle::form)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Form> form(Pack pack) {
        try {
            @Nullable Sha256 base = pack.base().isEmpty() ? null : new Sha256(pack.base());
            Download download = new Download(
                    pack.path(),
                    pack.length(),
                    new Sha256(pack.sha256()),
                    pack.pieceLength(),
                    pack.pieces().stream().map(Sha256::new).toList());
            return Packing.of(pack.packing()).map(packing -> new Form(packing, base, download));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
