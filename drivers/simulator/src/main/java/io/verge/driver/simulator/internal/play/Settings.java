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
 * @param radars TI mmWave radars, each with a TCP server
 * @param flir FLIR cameras, each with a WebSocket server
 * @param must MUST cameras, each with the port that its datagrams go to
 * @param signalPort that the signal controller's datagrams go to; 0 when there is no controller
 * @param rsuPort where the radio takes messages; 0 when there is no radio
 * @param casterPort where a caster of corrections listens; 0 when there is none
 */
public record Settings(
        long seed,
        int vehicles,
        int pedestrians,
        Incidents incidents,
        List<Placement> radars,
        List<Placement> flir,
        List<Placement> must,
        int signalPort,
        int rsuPort,
        int casterPort) {
    public Settings {
        radars = List.copyOf(radars);
        flir = List.copyOf(flir);
        must = List.copyOf(must);
    }
}
