package io.verge.cloud.internal.command.builtin;

import io.verge.api.cloud.Command;
import io.verge.json.tree.JsonTree;
import io.verge.profile.Problem;
import io.verge.profile.ProfileTree;
import io.verge.profile.Profiles;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code config-check {"profile":{…}}}: what is wrong with a whole profile on this box; changes nothing. */
@Component(service = Command.class)
public final class CheckConfig implements Command {
    private static final int MOST = 50;

    private final Profiles profiles;

    @Activate
    public CheckConfig(@Reference Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public String name() {
        return "config-check";
    }

    @Override
    public Answer run(ByteBuffer request, Consumer<Integer> progress) {
        try {
            if (!(Content.object(request).get("profile") instanceof Map<?, ?> profile)) {
                return Content.why(400, "profile: an object of sections was expected");
            }
            List<Problem> problems =
                    profiles.check(ProfileTree.write(JsonTree.map(profile))).problems();
            List<String> told =
                    problems.stream().limit(MOST).map(Problem::toString).toList();
            return Content.problems(problems.isEmpty() ? 200 : 422, told);
        } catch (IllegalArgumentException e) {
            return Content.why(400, String.valueOf(e.getMessage()));
        }
    }
}
