package io.verge.authority.rollout.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.verge.authority.json.JsonObject;
import io.verge.json.tree.JsonTree;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lists of boxes and policies as operators write them. */
class FleetFileTest {
    private static final Box FULL = new Box(
            "wuhan",
            "crossing-1",
            "lab",
            "x86",
            List.of(new Box.Place("ring", 3), new Box.Place("river", 1.5)),
            Set.of("wuhan/crossing-9"));

    @Test
    void aListIsReadFromCsv() throws IOException {
        List<Box> boxes = csv(
                """
                box,tenant,model,serial,group,corridor,position,neighbours
                crossing-1,wuhan,x86,17,lab,"ring;river","3;1.5",crossing-9

                crossing-2,,pi,18
                """);

        assertThat(boxes).containsExactly(FULL, new Box("demo", "crossing-2", "", "pi", List.of(), Set.of()));
    }

    @Test
    void theSameListIsReadFromJson() throws IOException {
        List<Box> boxes = csv(
                """
                {"boxes":[{"box":"crossing-1","tenant":"wuhan","group":"lab","model":"x86",
                  "corridor":["ring","river"],"position":[3,1.5],"neighbours":["crossing-9"]}]}
                """);

        assertThat(boxes).containsExactly(FULL);
    }

    @Test
    void aFaultIsNamedWithItsLine() {
        assertThatIOException()
                .isThrownBy(() -> csv("box,corridor,position\na,ring,1\nb,ring,\n"))
                .withMessageStartingWith("line 3: a position for each corridor was expected");
        assertThatIOException()
                .isThrownBy(() -> csv("box,corridor,position\na,ring,first\n"))
                .withMessageStartingWith("line 2: position: a number was expected, 'first'");
        assertThatIOException()
                .isThrownBy(() -> csv("box\nA b\n"))
                .withMessageStartingWith("line 2: tenant and box are");
        assertThatIOException().isThrownBy(() -> csv("box\na\na\n")).withMessage("demo/a is in the list twice");
        assertThatIOException().isThrownBy(() -> csv("name\na\n")).withMessageContaining("a column 'box'");
    }

    @Test
    void aPolicyIsWrittenAsItIsRead() throws IOException {
        Policy policy = policy(
                """
                {"waves":[{"name":"west","groups":["west"],"percent":20,"least":2,"pause":"PT1H"},{"percent":100}],
                 "success":90,"errors":5,"deadline":"PT6H","atOnce":7,
                 "window":{"from":"22:00","to":"05:00","zone":"Asia/Shanghai"}}
                """);

        assertThat(PolicyJson.read(JsonObject.read(JsonTree.octets(PolicyJson.write(policy)))))
                .isEqualTo(policy);
        assertThat(policy.waves().get(1).name()).isEqualTo("wave 2");
        assertThat(policy.between()).isEqualTo(Policy.USUAL.between());
    }

    @Test
    void aPolicyThatForgetsBoxesIsRefused() {
        assertThatIOException()
                .isThrownBy(() -> policy("{\"waves\":[{\"percent\":50}]}"))
                .withMessageContaining("the last one must have 100 percent");
        assertThatIOException().isThrownBy(() -> policy("{\"errors\":0}")).withMessageStartingWith("errors: above 0");
        assertThatIOException()
                .isThrownBy(() -> policy("{\"window\":{\"from\":\"ten\",\"to\":\"05:00\"}}"))
                .withMessageContaining("times such as 22:00");
    }

    @Test
    void aWindowMayHoldMidnight() {
        Window night = new Window(LocalTime.of(22, 0), LocalTime.of(5, 0), ZoneId.of("Asia/Shanghai"));

        assertThat(night.contains(Instant.parse("2026-05-01T14:00:00Z"))).isTrue();
        assertThat(night.contains(Instant.parse("2026-05-01T20:59:59Z"))).isTrue();
        assertThat(night.contains(Instant.parse("2026-05-01T21:00:00Z"))).isFalse();
        assertThat(night.contains(Instant.parse("2026-05-01T04:00:00Z"))).isFalse();
    }

    private static List<Box> csv(String text) throws IOException {
        return FleetFile.read(text.getBytes(UTF_8), "demo");
    }

    private static Policy policy(String text) throws IOException {
        return PolicyJson.read(JsonObject.read(text.getBytes(UTF_8)));
    }
}
