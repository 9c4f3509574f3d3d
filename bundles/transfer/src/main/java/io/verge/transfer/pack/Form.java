package io.verge.transfer.pack;

import io.verge.api.disk.Sha256;
import io.verge.transfer.Download;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One of the forms in which a jar can be fetched.
 *
 * @param base the jar that a patch is a patch of; null for the others
 * @param download what is fetched
 */
public record Form(Packing packing, @Nullable Sha256 base, Download download) {
    public Form {
        if ((packing == Packing.PATCH) != (base != null)) {
            throw new IllegalArgumentException("a patch, and nothing else, has a base: " + download.path());
        }
    }

    /**
     * The shortest of those that this box can use; empty when there is none.
     *
     * @param has whether the box has a jar
     * @param hasNative whether it has the native library; is asked when there is a form that needs it
     */
    public static Optional<Form> best(Collection<Form> forms, Predicate<Sha256> has, BooleanSupplier hasNative) {
        return forms.stream()
                .filter(form -> !form.packing().isNative() || hasNative.getAsBoolean())
                .filter(form -> form.base() == null || has.test(form.base()))
                .min(Comparator.comparingLong(form -> form.download().length()));
    }
}
