package io.verge.messages.etsi.internal;

import io.verge.messages.etsi.cpm241.CollectivePerceptionMessage;
import io.verge.messages.etsi.cpm241.CpmPayload;
import io.verge.messages.etsi.cpm241.ItsPduHeader;
import io.verge.messages.etsi.cpm241.ManagementContainer;
import io.verge.messages.etsi.cpm241.ObjectClass;
import io.verge.messages.etsi.cpm241.ObjectClassWithConfidence;
import io.verge.messages.etsi.cpm241.OriginatingRsuContainer;
import io.verge.messages.etsi.cpm241.PerceivedObject;
import io.verge.messages.etsi.cpm241.PerceivedObjectContainer;
import io.verge.messages.etsi.cpm241.VruProfileAndSubprofile;
import io.verge.messages.etsi.cpm241.VruSubProfileAnimal;
import io.verge.messages.etsi.cpm241.VruSubProfileBicyclist;
import io.verge.messages.etsi.cpm241.VruSubProfileMotorcyclist;
import io.verge.messages.etsi.cpm241.VruSubProfilePedestrian;
import io.verge.messages.etsi.cpm241.WrappedCpmContainer;
import io.verge.messages.etsi.cpm241.WrappedCpmContainerContainerData;
import io.verge.messages.facilities.Translation;
import io.verge.messages.uper.CodecException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CPM in the types of the later data dictionary, TS 102 894-2 V2.4.1. Of what {@link RoadUsersMessage} says, only the
 * subprofiles of vulnerable road users differ: numbers there, a closed enumeration before. The rest is alike, bit for bit, and
 * carried over as bits.
 */
final class LaterDictionary {
    private final Translation bits = new Translation();

    private LaterDictionary() {}

    static CollectivePerceptionMessage of(io.verge.messages.etsi.cpm.CollectivePerceptionMessage message)
            throws CodecException {
        return new LaterDictionary().message(message);
    }

    private CollectivePerceptionMessage message(io.verge.messages.etsi.cpm.CollectivePerceptionMessage message)
            throws CodecException {
        var payload = message.payload();
        List<WrappedCpmContainer> containers = new ArrayList<>();
        for (var container : payload.cpmContainers()) {
            containers.add(new WrappedCpmContainer(container.containerId(), container(container.containerData())));
        }
        return new CollectivePerceptionMessage(
                new ItsPduHeader(
                        message.header().protocolVersion(),
                        message.header().messageId(),
                        message.header().stationId()),
                new CpmPayload(
                        bits.same(
                                payload.managementContainer(),
                                io.verge.messages.etsi.cpm.ManagementContainer::encode,
                                ManagementContainer::decode),
                        containers,
                        null));
    }

    private WrappedCpmContainerContainerData container(
            io.verge.messages.etsi.cpm.WrappedCpmContainerContainerData container) throws CodecException {
        if (container instanceof io.verge.messages.etsi.cpm.PerceivedObjectContainer objects) {
            List<PerceivedObject> result =
                    new ArrayList<>(objects.perceivedObjects().size());
            for (var object : objects.perceivedObjects()) {
                result.add(object(object));
            }
            return new PerceivedObjectContainer(objects.numberOfPerceivedObjects(), result, null);
        } else if (container instanceof io.verge.messages.etsi.cpm.OriginatingRsuContainer rsu) {
            return bits.same(
                    rsu, io.verge.messages.etsi.cpm.OriginatingRsuContainer::encode, OriginatingRsuContainer::decode);
        }
        throw CodecException.because("a container that is never said: " + container);
    }

    private PerceivedObject object(io.verge.messages.etsi.cpm.PerceivedObject object) throws CodecException {
        var unclassified = new io.verge.messages.etsi.cpm.PerceivedObject(
                object.objectId(),
                object.measurementDeltaTime(),
                object.position(),
                object.velocity(),
                object.acceleration(),
                object.angles(),
                object.zAngularVelocity(),
                null,
                object.objectDimensionZ(),
                object.objectDimensionY(),
                object.objectDimensionX(),
                object.objectAge(),
                object.objectPerceptionQuality(),
                object.sensorIdList(),
                null,
                object.mapPosition(),
                null);
        PerceivedObject result =
                bits.same(unclassified, io.verge.messages.etsi.cpm.PerceivedObject::encode, PerceivedObject::decode);
        return new PerceivedObject(
                result.objectId(),
                result.measurementDeltaTime(),
                result.position(),
                result.velocity(),
                result.acceleration(),
                result.angles(),
                result.zAngularVelocity(),
                null,
                result.objectDimensionZ(),
                result.objectDimensionY(),
                result.objectDimensionX(),
                result.objectAge(),
                result.objectPerceptionQuality(),
                result.sensorIdList(),
                classification(object.classification()),
                result.mapPosition(),
                null);
    }

    private static @Nullable List<ObjectClassWithConfidence> classification(
            @Nullable List<io.verge.messages.etsi.cpm.ObjectClassWithConfidence> classes) throws CodecException {
        if (classes == null) {
            return null;
        }
        List<ObjectClassWithConfidence> result = new ArrayList<>(classes.size());
        for (var one : classes) {
            result.add(new ObjectClassWithConfidence(objectClass(one.objectClass()), one.confidence()));
        }
        return result;
    }

    private static ObjectClass objectClass(io.verge.messages.etsi.cpm.ObjectClass objectClass) throws CodecException {
        if (objectClass instanceof io.verge.messages.etsi.cpm.ObjectClass.VehicleSubClass vehicle) {
            return new ObjectClass.VehicleSubClass(vehicle.value());
        } else if (objectClass instanceof io.verge.messages.etsi.cpm.ObjectClass.OtherSubClassValue other) {
            return new ObjectClass.OtherSubClassValue(other.value());
        } else if (objectClass instanceof io.verge.messages.etsi.cpm.ObjectClass.VruSubClass vru) {
            return new ObjectClass.VruSubClass(profile(vru.value()));
        }
        throw CodecException.because("a class that is never said: " + objectClass);
    }

    /** With the one subprofile of each profile that is ever said. */
    private static VruProfileAndSubprofile profile(io.verge.messages.etsi.cpm.VruProfileAndSubprofile profile)
            throws CodecException {
        if (profile instanceof io.verge.messages.etsi.cpm.VruProfileAndSubprofile.Pedestrian) {
            return new VruProfileAndSubprofile.Pedestrian(VruSubProfilePedestrian.UNAVAILABLE);
        } else if (profile instanceof io.verge.messages.etsi.cpm.VruProfileAndSubprofile.BicyclistAndLightVruVehicle) {
            return new VruProfileAndSubprofile.BicyclistAndLightVruVehicle(VruSubProfileBicyclist.BICYCLIST);
        } else if (profile instanceof io.verge.messages.etsi.cpm.VruProfileAndSubprofile.Motorcyclist) {
            return new VruProfileAndSubprofile.Motorcyclist(VruSubProfileMotorcyclist.MOTORCYCLE);
        } else if (profile instanceof io.verge.messages.etsi.cpm.VruProfileAndSubprofile.Animal) {
            return new VruProfileAndSubprofile.Animal(VruSubProfileAnimal.UNAVAILABLE);
        }
        throw CodecException.because("a profile that is never said: " + profile);
    }
}
