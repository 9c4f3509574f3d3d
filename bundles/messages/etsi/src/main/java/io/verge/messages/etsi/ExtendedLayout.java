package io.verge.messages.etsi;

import io.verge.messages.etsi.ExtendedHeader.Beacon;
import io.verge.messages.etsi.ExtendedHeader.GeoArea;
import io.verge.messages.etsi.ExtendedHeader.GeoUnicast;
import io.verge.messages.etsi.ExtendedHeader.LocationReply;
import io.verge.messages.etsi.ExtendedHeader.LocationRequest;
import io.verge.messages.etsi.ExtendedHeader.MultiHop;
import io.verge.messages.etsi.ExtendedHeader.SingleHop;
import io.verge.messages.uper.CodecException;

/**
 * How the extended header of a {@link HeaderType} is read and written.
 *
 * @param <H> the header
 */
record ExtendedLayout<H extends ExtendedHeader>(Class<H> kind, FieldReader.Structure<H> decoder, Encoder<H> encoder) {
    static final ExtendedLayout<Beacon> BEACON = new ExtendedLayout<>(Beacon.class, Beacon::decode, Beacon::encode);
    static final ExtendedLayout<GeoUnicast> GEO_UNICAST =
            new ExtendedLayout<>(GeoUnicast.class, GeoUnicast::decode, GeoUnicast::encode);
    static final ExtendedLayout<GeoArea> GEO_AREA =
            new ExtendedLayout<>(GeoArea.class, GeoArea::decode, GeoArea::encode);
    static final ExtendedLayout<SingleHop> SINGLE_HOP =
            new ExtendedLayout<>(SingleHop.class, SingleHop::decode, SingleHop::encode);
    static final ExtendedLayout<MultiHop> MULTI_HOP =
            new ExtendedLayout<>(MultiHop.class, MultiHop::decode, MultiHop::encode);
    static final ExtendedLayout<LocationRequest> LOCATION_REQUEST =
            new ExtendedLayout<>(LocationRequest.class, LocationRequest::decode, LocationRequest::encode);
    static final ExtendedLayout<LocationReply> LOCATION_REPLY =
            new ExtendedLayout<>(LocationReply.class, LocationReply::decode, LocationReply::encode);

    /** Writes one header. */
    @FunctionalInterface
    interface Encoder<H> {
        void encode(H header, FieldWriter out) throws CodecException;
    }

    /** How a header is written, once it is known to be of this layout. */
    FieldWriter.Structure writing(ExtendedHeader header) throws CodecException {
        if (!kind.isInstance(header)) {
            throw CodecException.because("a header of kind " + header.getClass().getSimpleName() + ", the header type"
                    + " needs " + kind.getSimpleName());
        }
        H own = kind.cast(header);
        return out -> encoder.encode(own, out);
    }
}
