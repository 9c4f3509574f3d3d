package io.verge.driver.signal.tscbm.internal;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A configuration of the tests. */
@SuppressWarnings({"BadAnnotationImplementation", "ImmutableAnnotationChecker"}) // Never compared, and the test's own.
final class Settings implements TscbmConfig {
    List<String> groups = new ArrayList<>();
    List<String> overlaps = new ArrayList<>();
    List<String> pedestrians = new ArrayList<>();
    String from = "";
    String snmp = "";
    String community = "public";
    int form = 245;

    /** Vehicle phases 2, 4, 6 and 8 are the groups of these numbers, their pedestrians 12, 14, 16 and 18. */
    static Settings eightPhases() {
        Settings settings = new Settings();
        settings.groups.addAll(List.of("2=2", "4=4", "6=6", "8=8"));
        settings.pedestrians.addAll(List.of("2=12", "4=14", "6=16", "8=18"));
        return settings;
    }

    @Override
    public String id() {
        return "signal";
    }

    @Override
    public int listen() {
        return 6053;
    }

    @Override
    public String bind() {
        return "127.0.0.1";
    }

    @Override
    public String from() {
        return from;
    }

    @Override
    public String[] groups() {
        return groups.toArray(String[]::new);
    }

    @Override
    public String[] overlaps() {
        return overlaps.toArray(String[]::new);
    }

    @Override
    public String[] pedestrians() {
        return pedestrians.toArray(String[]::new);
    }

    @Override
    public String snmp() {
        return snmp;
    }

    @Override
    public String community() {
        return community;
    }

    @Override
    public int form() {
        return form;
    }

    @Override
    public int stale() {
        return 300;
    }

    @Override
    public int maxClockOffset() {
        return 1_000;
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return TscbmConfig.class;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return 1;
    }
}
