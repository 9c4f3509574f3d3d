package io.verge.driver.cabinet.gpio.internal;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.context.ContextBuilder;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalInputProvider;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalOutputProvider;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProvider;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProvider;

/** Opens Pi4J for the pins of this board. Providers are named here, because Pi4J finds none by itself in a framework. */
@FunctionalInterface
interface Board {
    /** Opens; throws what Pi4J throws, which can be an Error when a native library does not load. */
    Context open();

    /**
     * The board by the name of its provider.
     *
     * @throws IllegalArgumentException when there is no such provider
     */
    static Board of(String provider) {
        return switch (provider) {
            case "gpiod" ->
                () -> builder()
                        .add(GpioDDigitalInputProvider.newInstance(), GpioDDigitalOutputProvider.newInstance())
                        .build();
            case "mock" ->
                () -> builder()
                        .add(MockDigitalInputProvider.newInstance(), MockDigitalOutputProvider.newInstance())
                        .build();
            default -> throw new IllegalArgumentException("provider: '" + provider + "' is neither gpiod nor mock");
        };
    }

    /** Without a shutdown hook, which would keep the driver in memory after it was replaced. */
    private static ContextBuilder builder() {
        return Pi4J.newContextBuilder().noAutoDetect().noAutoInject().disableShutdownHook();
    }
}
