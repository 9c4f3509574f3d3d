package io.verge.cloud.internal.session;

import com.fasterxml.jackson.core.JsonGenerator;
import io.verge.api.app.AppReport;
import io.verge.api.app.Apps;
import io.verge.api.bundle.BundleReport;
import io.verge.api.bundle.Bundles;
import io.verge.api.cloud.Twin;
import io.verge.api.cloud.TwinReport;
import io.verge.api.device.Device;
import io.verge.api.time.Clock;
import io.verge.json.JsonText;
import java.io.IOException;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What the box is and has, for its birth document. Its parts come and go. */
@Component(service = Self.class)
public final class Self {
    private final NavigableMap<String, Device> devices = new ConcurrentSkipListMap<>();
    private final Clock clock;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Apps apps;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Bundles bundles;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Twin twin;

    @Activate
    public Self(@Reference Clock clock) {
        this.clock = clock;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addDevice(Device device) {
        devices.put(device.id(), device);
    }

    void removeDevice(Device device) {
        devices.remove(device.id(), device);
    }

    /** The content of {@code birth}. */
    String birth(String tenant, String box, String version) {
        return JsonText.of(out -> {
            out.writeStartObject();
            out.writeStringField("tenant", tenant);
            out.writeStringField("box", box);
            out.writeStringField("version", version);
            out.writeStringField("java", Runtime.version().toString());
            out.writeStringField("time", clock.now().toString());
            out.writeStringField("clock", clock.quality().source().name());
            bundles(out);
            devices(out);
            apps(out);
            twin(out);
            out.writeEndObject();
        });
    }

    private void bundles(JsonGenerator out) throws IOException {
        Bundles known = bundles;
        out.writeArrayFieldStart("bundles");
        for (BundleReport bundle : known == null ? List.<BundleReport>of() : known.list()) {
            out.writeStartObject();
            out.writeStringField("name", bundle.name());
            out.writeStringField("version", bundle.version());
            out.writeStringField("digest", bundle.digest());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void devices(JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("devices");
        for (String id : devices.keySet()) {
            out.writeString(id);
        }
        out.writeEndArray();
    }

    private void apps(JsonGenerator out) throws IOException {
        Apps known = apps;
        out.writeArrayFieldStart("apps");
        for (AppReport app : known == null ? List.<AppReport>of() : known.apps()) {
            out.writeString(app.name());
        }
        out.writeEndArray();
    }

    private void twin(JsonGenerator out) throws IOException {
        Twin known = twin;
        if (known != null) {
            TwinReport report = known.report();
            out.writeObjectFieldStart("twin");
            out.writeNumberField("epoch", report.epoch());
            out.writeNumberField("desired", report.desired());
            out.writeNumberField("applied", report.applied());
            out.writeEndObject();
        }
    }
}
