package io.verge.messages.etsi;

import java.util.Optional;

/**
 * The ports of the facilities (TS 103 248). A receiver decides by port and then checks the message's own header.
 */
public enum BtpPort {
    /** Cooperative awareness. */
    CAM(2001),
    /** Decentralised environmental notification. */
    DENM(2002),
    /** Road and lane topology. */
    MAPEM(2003),
    /** Signal phase and timing. */
    SPATEM(2004),
    /** Service announcement. */
    SAEM(2005),
    /** Infrastructure to vehicle information. */
    IVIM(2006),
    /** Signal request. */
    SREM(2007),
    /** Signal request status. */
    SSEM(2008),
    /** Collective perception. */
    CPM(2009),
    /** Charging spot notification. */
    EVCSN(2010),
    /** Tyre pressure gauge. */
    TPG(2011),
    /** Charging spot reservation. */
    EV_RSR(2012),
    /** Satellite positioning corrections. */
    RTCMEM(2013),
    /** Certificate trust list. */
    CTLM(2014),
    /** Certificate revocation list. */
    CRLM(2015),
    /** Certificate request. */
    EC_AT_REQUEST(2016),
    /** Multimedia content dissemination. */
    MCDM(2017),
    /** Vulnerable road user awareness. */
    VAM(2018),
    /** Interference management zone. */
    IMZM(2019);

    private final int number;

    BtpPort(int number) {
        this.number = number;
    }

    /** The port, 2001..2019. */
    public int number() {
        return number;
    }

    /** The facility at a port; empty when there is none. */
    public static Optional<BtpPort> of(int number) {
        int index = number - CAM.number;
        return index < 0 || index >= values().length ? Optional.empty() : Optional.of(values()[index]);
    }
}
