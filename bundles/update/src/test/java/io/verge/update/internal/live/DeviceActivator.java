package io.verge.update.internal.live;

import io.verge.api.device.Device;
import io.verge.api.device.DeviceStatus;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import java.time.Instant;
import java.util.Map;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** What a driver does for these tests: it has the device that its manifest names. Packed into its jar. */
public final class DeviceActivator implements BundleActivator {
    static final String DEVICE = "Test-Device";

    @Override
    public void start(BundleContext context) {
        String id = context.getBundle().getHeaders().get(DEVICE);
        Device device = new Device() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public DeviceStatus status() {
                return new DeviceStatus(Status.of(State.OK, Instant.EPOCH), null, Map.of(), Map.of());
            }
        };
        context.registerService(Device.class, device, FrameworkUtil.asDictionary(Map.of("id", id)));
    }

    @Override
    public void stop(BundleContext context) {
        // The framework takes its service away.
    }
}
