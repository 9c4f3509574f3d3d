package io.verge.messages.etsi;

import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.Octets;
import java.util.Objects;

/**
 * The part of a packet that depends on its {@link HeaderType} (EN 302 636-4-1, clause 9.8). Sequence numbers are
 * 0..65535, reserved fields 0..65535 and sent as 0.
 */
public sealed interface ExtendedHeader {

    /**
     * To all direct neighbours, 28 octets.
     *
     * @param source who sends, and where it was
     * @param mediaDependentData 4 octets, all 0 when the access layer does not use them
     */
    record SingleHop(LongPositionVector source, Octets mediaDependentData) implements ExtendedHeader {
        private static final int DATA_LENGTH = 4;

        /** Nothing for the access layer. */
        public static final Octets NO_DATA = Octets.copyOf(new byte[DATA_LENGTH]);

        public SingleHop {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(mediaDependentData, "mediaDependentData");
        }

        static SingleHop decode(FieldReader in) throws CodecException {
            LongPositionVector source = in.nested("source", LongPositionVector::decode);
            return new SingleHop(source, in.octets("mediaDependentData", DATA_LENGTH));
        }

        void encode(FieldWriter out) throws CodecException {
            out.nested("source", source::encode);
            out.octets("mediaDependentData", mediaDependentData, DATA_LENGTH);
        }
    }

    /**
     * To all or to any of the stations in an area, 44 octets.
     *
     * @param sequenceNumber tells repetitions apart
     * @param reserved1 behind the sequence number
     * @param source who sends, and where it was
     * @param area where the packet is for
     * @param reserved2 at the end
     */
    record GeoArea(int sequenceNumber, int reserved1, LongPositionVector source, GeoDestination area, int reserved2)
            implements ExtendedHeader {
        public GeoArea {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(area, "area");
        }

        static GeoArea decode(FieldReader in) throws CodecException {
            return new GeoArea(
                    in.number("sequenceNumber", 16),
                    in.reserved("reserved1", 16),
                    in.nested("source", LongPositionVector::decode),
                    in.nested("area", GeoDestination::decode),
                    in.reserved("reserved2", 16));
        }

        void encode(FieldWriter out) throws CodecException {
            out.unsigned("sequenceNumber", sequenceNumber, 16);
            out.reserved("reserved1", reserved1, 16);
            out.nested("source", source::encode);
            out.nested("area", area::encode);
            out.reserved("reserved2", reserved2, 16);
        }
    }

    /**
     * To all stations within a number of hops, 28 octets.
     *
     * @param sequenceNumber tells repetitions apart
     * @param reserved behind the sequence number
     * @param source who sends, and where it was
     */
    record MultiHop(int sequenceNumber, int reserved, LongPositionVector source) implements ExtendedHeader {
        public MultiHop {
            Objects.requireNonNull(source, "source");
        }

        static MultiHop decode(FieldReader in) throws CodecException {
            return new MultiHop(
                    in.number("sequenceNumber", 16),
                    in.reserved("reserved", 16),
                    in.nested("source", LongPositionVector::decode));
        }

        void encode(FieldWriter out) throws CodecException {
            out.unsigned("sequenceNumber", sequenceNumber, 16);
            out.reserved("reserved", reserved, 16);
            out.nested("source", source::encode);
        }
    }

    /**
     * To one station, 48 octets.
     *
     * @param sequenceNumber tells repetitions apart
     * @param reserved behind the sequence number
     * @param source who sends, and where it was
     * @param destination who it is for, and where it was last
     */
    record GeoUnicast(int sequenceNumber, int reserved, LongPositionVector source, ShortPositionVector destination)
            implements ExtendedHeader {
        public GeoUnicast {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(destination, "destination");
        }

        static GeoUnicast decode(FieldReader in) throws CodecException {
            return new GeoUnicast(
                    in.number("sequenceNumber", 16),
                    in.reserved("reserved", 16),
                    in.nested("source", LongPositionVector::decode),
                    in.nested("destination", ShortPositionVector::decode));
        }

        void encode(FieldWriter out) throws CodecException {
            out.unsigned("sequenceNumber", sequenceNumber, 16);
            out.reserved("reserved", reserved, 16);
            out.nested("source", source::encode);
            out.nested("destination", destination::encode);
        }
    }

    /**
     * Tells neighbours where a silent station is, 24 octets.
     *
     * @param source the station, and where it was
     */
    record Beacon(LongPositionVector source) implements ExtendedHeader {
        public Beacon {
            Objects.requireNonNull(source, "source");
        }

        static Beacon decode(FieldReader in) throws CodecException {
            return new Beacon(in.nested("source", LongPositionVector::decode));
        }

        void encode(FieldWriter out) throws CodecException {
            out.nested("source", source::encode);
        }
    }

    /**
     * Asks where a station is, 36 octets.
     *
     * @param sequenceNumber tells repetitions apart
     * @param reserved behind the sequence number
     * @param source who asks, and where it was
     * @param requested the station that is looked for
     */
    record LocationRequest(int sequenceNumber, int reserved, LongPositionVector source, GnAddress requested)
            implements ExtendedHeader {
        public LocationRequest {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(requested, "requested");
        }

        static LocationRequest decode(FieldReader in) throws CodecException {
            return new LocationRequest(
                    in.number("sequenceNumber", 16),
                    in.reserved("reserved", 16),
                    in.nested("source", LongPositionVector::decode),
                    in.nested("requested", GnAddress::decode));
        }

        void encode(FieldWriter out) throws CodecException {
            out.unsigned("sequenceNumber", sequenceNumber, 16);
            out.reserved("reserved", reserved, 16);
            out.nested("source", source::encode);
            out.nested("requested", requested::encode);
        }
    }

    /**
     * Answers where a station is, 48 octets.
     *
     * @param sequenceNumber tells repetitions apart
     * @param reserved behind the sequence number
     * @param source who answers, and where it was
     * @param destination who asked, and where it was last
     */
    record LocationReply(int sequenceNumber, int reserved, LongPositionVector source, ShortPositionVector destination)
            implements ExtendedHeader {
        public LocationReply {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(destination, "destination");
        }

        static LocationReply decode(FieldReader in) throws CodecException {
            return new LocationReply(
                    in.number("sequenceNumber", 16),
                    in.reserved("reserved", 16),
                    in.nested("source", LongPositionVector::decode),
                    in.nested("destination", ShortPositionVector::decode));
        }

        void encode(FieldWriter out) throws CodecException {
            out.unsigned("sequenceNumber", sequenceNumber, 16);
            out.reserved("reserved", reserved, 16);
            out.nested("source", source::encode);
            out.nested("destination", destination::encode);
        }
    }

    /**
     * The header of a type whose layout is not known: all that stands before the payload.
     *
     * @param octets as they are
     */
    record Unknown(Octets octets) implements ExtendedHeader {
        public Unknown {
            Objects.requireNonNull(octets, "octets");
        }
    }
}
