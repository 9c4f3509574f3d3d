package io.verge.authority.rollout.run;

import io.verge.authority.json.JsonObject;
import io.verge.authority.rollout.plan.Plan;
import io.verge.authority.rollout.plan.PolicyJson;
import io.verge.json.JsonText;
import io.verge.json.tree.JsonTree;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A roll-out as JSON. */
final class RunJson {
    private static final String FORMAT = "verge-rollout-1";

    private RunJson() {}

    static byte[] write(Run run) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("format", FORMAT);
        members.put("release", run.release());
        members.put("firstAttempt", run.firstAttempt());
        members.put("state", run.state().label());
        members.put("since", run.since());
        members.put("why", run.why());
        members.put("step", run.step());
        members.put("ended", run.ended());
        members.put("policy", PolicyJson.write(run.policy()));
        members.put("steps", run.plan().steps().stream().map(RunJson::step).toList());
        Map<String, Object> boxes = new LinkedHashMap<>();
        run.boxes().forEach((name, box) -> boxes.put(name, box(box)));
        members.put("boxes", boxes);
        members.put("history", run.history().stream().map(RunJson::note).toList());
        return JsonText.octets(out -> {
            out.useDefaultPrettyPrinter();
            JsonTree.write(out, members);
        });
    }

    private static Map<String, Object> step(Plan.Step step) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("wave", step.wave());
        members.put("name", step.waveName());
        members.put("pause", step.pause());
        members.put("boxes", step.boxes());
        return members;
    }

    private static Map<String, @Nullable Object> box(Progress box) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("state", box.state().label());
        members.put("attempt", box.attempt());
        members.put("asked", box.asked());
        members.put("since", box.since());
        members.put("phase", box.phase());
        members.put("why", box.why());
        members.put("withdraw", box.withdraw());
        members.put("known", box.known());
        return members;
    }

    private static Map<String, Object> note(Note note) {
        return Map.of("time", note.time(), "text", note.text());
    }

    /** @throws IOException when it is none; names the member, and what was expected */
    static Run read(byte[] content) throws IOException {
        JsonObject run = JsonObject.read(content);
        if (!run.text("format", "").equals(FORMAT)) {
            throw run.refused("format", "'" + FORMAT + "' was expected");
        }
        List<Plan.Step> steps = new ArrayList<>();
        for (JsonObject step : run.objects("steps")) {
            steps.add(new Plan.Step(
                    whole(step, "wave"),
                    step.text("name"),
                    step.texts("boxes"),
                    step.duration("pause", Duration.ZERO)));
        }
        Map<String, Progress> boxes = new LinkedHashMap<>();
        JsonObject named = run.object("boxes");
        for (String name : named.members().keySet()) {
            boxes.put(name, box(named.object(name)));
        }
        List<Note> history = new ArrayList<>();
        for (JsonObject note : run.objects("history")) {
            history.add(new Note(time(note, "time"), note.text("text")));
        }
        try {
            return new Run(
                    run.text("release"),
                    whole(run, "firstAttempt"),
                    PolicyJson.read(run.object("policy")),
                    new Plan(steps),
                    boxes,
                    RolloutState.valueOf(run.text("state").toUpperCase(Locale.ROOT)),
                    time(run, "since"),
                    run.text("why"),
                    whole(run, "step"),
                    run.time("ended").orElse(null),
                    history);
        } catch (IllegalArgumentException e) {
            throw new IOException("the roll-out makes no sense: " + e.getMessage(), e);
        }
    }

    private static Progress box(JsonObject box) throws IOException {
        try {
            return new Progress(
                    BoxState.valueOf(box.text("state").toUpperCase(Locale.ROOT)),
                    whole(box, "attempt"),
                    box.time("asked").orElse(null),
                    time(box, "since"),
                    box.text("phase"),
                    box.text("why"),
                    box.flag("withdraw"),
                    box.flag("known"));
        } catch (IllegalArgumentException e) {
            throw new IOException(box.at() + "state: " + e.getMessage(), e);
        }
    }

    private static int whole(JsonObject object, String name) throws IOException {
        long number = object.whole(name);
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw object.refused(name, "it is out of its range");
        }
        return (int) number;
    }

    private static Instant time(JsonObject object, String name) throws IOException {
        return object.time(name).orElseThrow(() -> object.refused(name, "it is missing"));
    }
}
