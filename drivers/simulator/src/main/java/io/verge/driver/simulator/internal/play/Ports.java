package io.verge.driver.simulator.internal.play;

/**
 * Where the devices are that a crossing has one of; 0 when there is none.
 *
 * @param signal that the signal controller's broadcast goes to
 * @param controller where the signal controller answers SNMP
 * @param rsu where the radio takes messages
 * @param received that the radio forwards to what vehicles say
 * @param caster where a caster of corrections listens
 */
public record Ports(int signal, int controller, int rsu, int received, int caster) {}
