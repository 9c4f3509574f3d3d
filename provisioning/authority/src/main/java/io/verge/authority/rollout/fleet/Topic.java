package io.verge.authority.rollout.fleet;

/**
 * Of one box: {@code verge/v1/TENANT/BOX/…}.
 *
 * @param box its name, {@code TENANT/BOX}
 * @param rest behind it
 */
record Topic(String box, String rest) {
    static final String DESIRED = "twin/desired";
    static final String REPORTED = "twin/reported";
    static final String BIRTH = "birth";
    static final String UPDATE = "record/state/update";

    private static final String ROOT = "verge/v1/";
    private static final int LEVELS = 3;

    /** Whose topic it is; of nobody when it is of another form. */
    static Topic of(String topic) {
        String[] levels =
                topic.startsWith(ROOT) ? topic.substring(ROOT.length()).split("/", LEVELS) : new String[0];
        return levels.length == LEVELS ? new Topic(levels[0] + "/" + levels[1], levels[2]) : new Topic("", "");
    }

    @Override
    public String toString() {
        return ROOT + box + "/" + rest;
    }
}
