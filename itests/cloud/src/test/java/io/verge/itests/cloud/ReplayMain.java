package io.verge.itests.cloud;

import io.verge.agent.launcher.Agent;
import io.verge.agent.launcher.AgentException;
import io.verge.agent.launcher.Mode;
import io.verge.agent.launcher.Places;
import java.nio.file.Path;
import java.util.Map;

/** A replay whose profile is given as it is: {@code verge replay} takes the cloud out of it. Arguments: installation, profile, state. */
final class ReplayMain {
    private ReplayMain() {}

    public static void main(String[] arguments) throws AgentException, InterruptedException {
        Places places = new Places(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
        System.exit(new Agent(Mode.REPLAY, places, Map.of()).run());
    }
}
