package io.verge.trust.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.trust.Downgrade;
import io.verge.trust.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An author sees what a document says, as boxes will. */
class VouchedTest {
    private static final Instant END = World.START.plusSeconds(86_400);

    private static Vouched vouched(TargetsDraft draft) throws Exception {
        return Vouched.of("targets", draft.document());
    }

    @Test
    void aTargetIsFoundWhereTheRepositoryKeepsIt() throws Exception {
        Vouched vouched = vouched(TargetsDraft.first(END).add("a/b.jar", 3, World.SHA256, Map.of("counter", 7L)));

        assertThat(vouched.expires()).isEqualTo(END);
        assertThat(vouched.find("a/b.jar")).hasValueSatisfying(target -> {
            assertThat(target.location()).isEqualTo("a/" + World.SHA256 + ".b.jar");
            assertThat(target.custom()).containsEntry("counter", 7L);
        });
        assertThat(vouched.find("a/c.jar")).isEmpty();
    }

    @Test
    void thoseWhoMaySignAndWhatMayGoBackAreSeen() throws Exception {
        Downgrade downgrade = new Downgrade("a.b", 2, END, List.of("north"));
        Vouched vouched = vouched(TargetsDraft.first(END)
                .delegate("acme", 1, List.of(Signer.generate().publicKey()), List.of("bundles/com.acme.*"))
                .downgrades(List.of(downgrade)));

        assertThat(vouched.delegations()).containsExactly("acme");
        assertThat(vouched.downgrades()).containsExactly(downgrade);
    }
}
