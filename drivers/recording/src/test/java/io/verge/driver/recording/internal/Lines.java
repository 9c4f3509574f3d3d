package io.verge.driver.recording.internal;

/** Lines of small recordings. */
final class Lines {
    static final String RADAR =
            """
            {"id":"radar-ne","kind":"radar","east":28,"north":27.5,"up":6,"azimuth":225,"fov":100,"range":130,"rate":10,\
            "sigma":{"range":0.25,"azimuth":0.4,"radialSpeed":0.12}}""";
    static final String CAMERA =
            """
            {"id":"camera-sw","kind":"camera","east":-28,"north":-28,"up":8,"azimuth":45,"fov":90,"range":80,"rate":10,\
            "sigma":{"along":0.02,"across":0.006}}""";
    static final String HEADER = header(RADAR + "," + CAMERA);

    private Lines() {}

    static String header(String sensors) {
        return "{\"format\":\"verge-recording/1\",\"origin\":{\"latitude\":30.5,\"longitude\":114.3},\"sensors\":["
                + sensors + "]}";
    }

    static String radar(long time, long arrival, String detections) {
        return frame("radar-ne", time, arrival, detections);
    }

    static String camera(long time, long arrival, String detections) {
        return frame("camera-sw", time, arrival, detections);
    }

    private static String frame(String sensor, long time, long arrival, String detections) {
        return "{\"arrival\":" + arrival + ",\"time\":" + time + ",\"sensor\":\"" + sensor + "\",\"detections\":["
                + detections + "]}";
    }
}
