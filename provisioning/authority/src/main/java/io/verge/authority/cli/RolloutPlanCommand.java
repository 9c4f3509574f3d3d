package io.verge.authority.cli;

import io.verge.api.update.UpdateWish;
import io.verge.authority.json.JsonObject;
import io.verge.authority.refusal.RefusedException;
import io.verge.authority.rollout.StatusTable;
import io.verge.authority.rollout.plan.Box;
import io.verge.authority.rollout.plan.FleetFile;
import io.verge.authority.rollout.plan.Plan;
import io.verge.authority.rollout.plan.Planner;
import io.verge.authority.rollout.plan.Policy;
import io.verge.authority.rollout.plan.PolicyJson;
import io.verge.authority.rollout.run.Run;
import io.verge.authority.rollout.run.RunFile;
import io.verge.authority.rollout.run.WishId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the file of a roll-out. */
@Command(
        name = "plan",
        description = {
            "Decide which boxes get RELEASE when, and write it into FILE. Nothing is asked of any box yet.",
            "The same boxes, policy and seed make the same plan."
        })
final class RolloutPlanCommand extends ToolCommand {
    private static final int LARGEST = 64 << 20;

    @Parameters(index = "0", paramLabel = "FILE", description = "Of the roll-out; must not be there.")
    private Path file = Path.of("");

    @Option(names = "--release", required = true, paramLabel = "RELEASE", description = "Such as 2026.12.1.")
    private String release = "";

    @Option(
            names = "--boxes",
            required = true,
            paramLabel = "LIST",
            description = "CSV or JSON: box, tenant, group, model, corridor, position, neighbours.")
    private Path boxes = Path.of("");

    @Option(names = "--tenant", paramLabel = "T", description = "Of boxes for which the list names none.")
    private String tenant = "";

    @Option(
            names = "--policy",
            paramLabel = "JSON",
            description = "Default: a box of the group lab, 1 %%, 10 %%, 50 %%, all.")
    private @Nullable Path policy;

    @Option(names = "--seed", paramLabel = "N", description = "Default: made of the name of the release.")
    private @Nullable Long seed;

    @Option(
            names = "--attempt",
            defaultValue = "1",
            paramLabel = "N",
            description = "Above that of an earlier roll-out of this release: a box begins no wish twice.")
    private int attempt;

    RolloutPlanCommand(Tool tool) {
        super(tool);
    }

    @Override
    int run() throws IOException, RefusedException {
        RunFile run = new RunFile(tool().disk(), file);
        if (run.isThere()) {
            throw new RefusedException(
                    file + " is there already: go on with it by 'rollout run', or take another name");
        }
        checkRelease();
        Policy rules = policy == null
                ? Policy.USUAL
                : PolicyJson.read(JsonObject.read(tool().disk().read(policy, LARGEST)));
        List<Box> fleet = FleetFile.read(tool().disk().read(boxes, LARGEST), tenant);
        long chosen = seed == null ? release.hashCode() : seed;
        Plan plan = Planner.plan(fleet, rules, new SplittableRandom(chosen));
        Run planned = Run.planned(release, Math.max(1, attempt), rules, plan, now());
        run.write(planned);
        StatusTable.of(planned, now()).forEach(this::say);
        return ExitCode.OK;
    }

    private void checkRelease() throws RefusedException {
        try {
            new UpdateWish(WishId.of(release, attempt), release, "", "", null, false);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(release + " is no name of a release: " + e.getMessage(), e);
        }
    }
}
