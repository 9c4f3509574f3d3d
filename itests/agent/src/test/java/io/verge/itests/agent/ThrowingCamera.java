package io.verge.itests.agent;

import io.verge.api.device.Device;
import io.verge.api.device.DeviceStatus;

/** A component that cannot be activated, in a bundle that starts. Only ever loaded by the framework, from a jar made for a test. */
public final class ThrowingCamera implements Device {
    /** In place of that of the shipped driver, with the same configuration. */
    static final String COMPONENT =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" activate="open" immediate="true"
                name="io.verge.driver.camera.must.internal.MustCamera" configuration-policy="require"
                configuration-pid="io.verge.driver.camera-must">
              <service><provide interface="io.verge.api.device.Device"/></service>
              <implementation class="io.verge.itests.agent.ThrowingCamera"/>
            </scr:component>
            """;

    /** Called by the framework. */
    @SuppressWarnings("DoNotCallSuggester") // it is what the test is about
    public void open() {
        throw new IllegalStateException("the component is bad");
    }

    @Override
    public String id() {
        throw new IllegalStateException("it was never activated");
    }

    @Override
    public DeviceStatus status() {
        throw new IllegalStateException("it was never activated");
    }
}
