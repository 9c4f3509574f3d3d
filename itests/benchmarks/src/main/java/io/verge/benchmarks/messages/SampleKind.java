package io.verge.benchmarks.messages;

/** The messages that are measured. */
public enum SampleKind {
    /** T/CSAE 53-2019 basic safety message with a safety extension: a path history and a prediction. */
    BSM("BSM", true),
    /** T/CSAE 53-2019 signal phase and timing: one intersection, 16 phases of three states. */
    SPAT("SPAT, 16 phases", true),
    /** T/CSAE 53-2019 map: one node, four links of three lanes. */
    MAP("MAP", true),
    /** T/CSAE 53-2019 roadside safety message: 16 participants. */
    RSM("RSM, 16 participants", true),
    /** SAE J2735 map: one intersection, twelve lanes and four crosswalks. */
    J2735_MAP("J2735 MAP", false),
    /** SAE J2735 signal phase and timing: one intersection, 16 signal groups. */
    J2735_SPAT("J2735 SPAT", false),
    /** SAE J3224 sensor data sharing message: 16 objects. */
    SDSM("SDSM, 16 objects", false),
    /** ETSI cooperative awareness message with a low-frequency container. */
    CAM("CAM", false),
    /** ETSI decentralized environmental notification: a stationary vehicle. */
    DENM("DENM", false);

    private final String title;
    private final boolean csae;

    SampleKind(String title, boolean csae) {
        this.title = title;
        this.csae = csae;
    }

    /** What a table calls it. */
    String title() {
        return title;
    }

    /** Whether it is of T/CSAE 53-2019, for which there is C code to compare with. */
    boolean isCsae() {
        return csae;
    }
}
