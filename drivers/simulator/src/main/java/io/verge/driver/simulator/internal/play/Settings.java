package io.verge.driver.simulator.internal.play;

import io.verge.driver.simulator.internal.world.Incidents;
import java.util.List;

/**
 * What is played.
 *
 * @param seed of all that happens by chance
 * @param vehicles how many there should be on the road
 * @param pedestrians how many there should be
 * @param incidents how often what goes wrong
 * @param busSeconds between two buses of a line; 0 when there is none
 * @param radars TI mmWave radars, each with a TCP server
 * @param flir FLIR cameras, each with a WebSocket server
 * @param must MUST cameras, each with the port that its datagrams go to
 * @param connected the share of the vehicles that have a radio, 0 to 1
 * @param ports of what there is one of
 */
public record Settings(
        long seed,
        int vehicles,
        int pedestrians,
        Incidents incidents,
        int busSeconds,
        List<Placement> radars,
        List<Placement> flir,
        List<Placement> must,
        double connected,
        Ports ports) {
    public Settings {
        radars = List.copyOf(radars);
        flir = List.copyOf(flir);
        must = List.copyOf(must);
    }
}
