package io.verge.diagnostics.internal;

import io.verge.api.device.Device;
import io.verge.json.ReportJson;
import java.util.Optional;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.core.server.resources.Resource;

/** {@code /devices} and {@code /devices/ID}. */
final class DevicesResource extends ViewResource {
    private final Parts parts;

    DevicesResource(Parts parts, Views views) {
        super("devices", "Devices", queries -> views::devices);
        this.parts = parts;
    }

    @Override
    public Resource getChild(String id) {
        return new One(id);
    }

    /** Made for each request: devices come and go. */
    private final class One extends ViewResource {
        One(String id) {
            super(id, "Device", queries -> out -> {});
        }

        @Override
        public void handleGET(CoapExchange exchange) {
            Optional<Device> device = parts.device(getName());
            if (device.isPresent()) {
                show(
                        exchange,
                        ResponseCode.CONTENT,
                        out -> ReportJson.device(
                                out, getName(), parts.driver(device.get()), parts.status(device.get())));
            } else {
                refuse(exchange, ResponseCode.NOT_FOUND, "there is no device " + getName() + "; try /why/" + getName());
            }
        }
    }
}
