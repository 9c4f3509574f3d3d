package io.verge.authority.cli;

import io.verge.api.disk.Disk;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * What commands need of the world.
 *
 * @param disk for all that is not secret
 * @param clock that certificates and metadata are dated by
 * @param random for passwords and serial numbers: one that nobody can guess
 * @param prompt asks for a password; empty when nobody is there
 */
public record Tool(Disk disk, InstantSource clock, RandomGenerator random, Function<String, char[]> prompt) {}
