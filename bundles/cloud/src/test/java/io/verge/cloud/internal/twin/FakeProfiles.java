package io.verge.cloud.internal.twin;

import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.profile.Problem;
import io.verge.profile.ProfileTree;
import io.verge.profile.Profiles;
import io.verge.profile.Report;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A profile of which a part with the key {@code bad} is wrong. Like the true one it is durable when apply returns. */
final class FakeProfiles implements Profiles {
    private String text;
    /** Why no other profile is taken; empty when one is. */
    String held = "";
    /** What that becomes just before the next one is applied. */
    String heldAtNextApply = "";
    /** What was applied, in order. */
    final List<String> applied = new ArrayList<>();

    FakeProfiles(String text) {
        this.text = text;
    }

    @Override
    public Report check(byte[] content) {
        return new Report(problems(content), List.of());
    }

    @Override
    public Report apply(byte[] content) {
        held = held + heldAtNextApply;
        heldAtNextApply = "";
        List<Problem> problems = held.isEmpty() ? problems(content) : List.of(new Problem(0, "", held));
        if (problems.isEmpty()) {
            text = new String(content, StandardCharsets.UTF_8);
            applied.add(text);
        }
        return new Report(problems, List.of());
    }

    @Override
    public Optional<String> held() {
        return held.isEmpty() ? Optional.empty() : Optional.of(held);
    }

    @Override
    public Report reload() {
        throw new AssertionError("nobody asks for this here");
    }

    @Override
    public String text() {
        return text;
    }

    /** As by hand, in an editor. */
    void text(String other) {
        text = other;
    }

    @Override
    public Status status() {
        return Status.of(State.OK, Instant.EPOCH);
    }

    @Override
    public List<Problem> problems() {
        return problems(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Problem> problems(byte[] content) {
        List<Problem> problems = new ArrayList<>();
        try {
            Keys.of(ProfileTree.read(content)).forEach((key, part) -> {
                if (String.valueOf(part).contains("bad")) {
                    problems.add(new Problem(1, key + ".bad", "is not known"));
                }
            });
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(0, "", String.valueOf(e.getMessage())));
        }
        return problems;
    }
}
