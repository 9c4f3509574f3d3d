package io.verge.cloud.internal.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.cloud.internal.keys.Subject;
import io.verge.json.tree.JsonTree;
import io.verge.profile.ProfileTree;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The name of the box in its profile. */
class BoxNameTest {
    private static final Subject BOX = new Subject("box-17", "wuhan");

    private static String named(String profile) {
        return new String(BoxName.in(profile, BOX), UTF_8);
    }

    @Test
    void aLineKeepsItsComment() {
        assertThat(named("box: {id: unset, latitude: 30.5, tenant: wuhan} # at the river\n"))
                .isEqualTo("box: {id: box-17, latitude: 30.5, tenant: wuhan} # at the river\n");
    }

    @Test
    void aTenantIsPutBesideTheName() {
        assertThat(named("box: {id: unset, latitude: 30.5} # at the river\n"))
                .isEqualTo("box: {id: box-17, tenant: wuhan, latitude: 30.5} # at the river\n");
    }

    @Test
    void aBlockKeepsItsComments() {
        assertThat(named("# all of it\nbox:\n  latitude: 30.5\n  id: claim-0017 # not yet\n"))
                .isEqualTo("# all of it\nbox:\n  latitude: 30.5\n  id: box-17\n  tenant: wuhan # not yet\n");
    }

    @Test
    void whereTheTextIsNotPlainAllIsWrittenAnew() {
        String profile = "devices:\n  a: {type: x, id: unset}\nbox: {id: 'unset', latitude: 30.5}\n";

        Map<String, Object> tree = ProfileTree.read(named(profile).getBytes(UTF_8));

        assertThat(JsonTree.map(tree.get("box"))).containsEntry("id", "box-17").containsEntry("tenant", "wuhan");
        assertThat(JsonTree.map(JsonTree.map(tree.get("devices")).get("a"))).containsEntry("id", "unset");
    }
}
