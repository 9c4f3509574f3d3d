package io.verge.api.message;

/**
 * The messages of the three regions, each by its own name. The priorities and ages that follow from the kind are the gate's
 * business.
 */
public enum MessageKind {
    MAP,
    SPAT,
    BSM,
    /** Shared road users: T/CSAE 53 RSM. */
    RSM,
    /** T/CSAE 53 road side information. */
    RSI,
    /** T/CSAE 157 road side coordination. */
    RSC,
    /** T/CSAE 157 vehicle intention and request. */
    VIR,
    /** SAE J3224 sensor data sharing. */
    SDSM,
    TIM,
    PSM,
    RTCM,
    SRM,
    SSM,
    CAM,
    DENM,
    /** ETSI collective perception. */
    CPM,
    IVIM,
    VAM,
    OTHER
}
