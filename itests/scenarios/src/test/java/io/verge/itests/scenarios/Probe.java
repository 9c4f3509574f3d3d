package io.verge.itests.scenarios;

import io.verge.driver.simulator.internal.world.*;

final class Probe {
    private Probe() {}
    public static void main(String[] a) {
        long seed = Long.parseLong(a[0]); double hours = Double.parseDouble(a[1]); double period = Double.parseDouble(a[2]);
        Incidents in = period == 0 ? Incidents.NONE : a.length > 3 && !a[3].equals("-") ? Incidents.of(period, Incident.of(a[3]).orElseThrow()) : Incidents.all(period);
        long t = System.nanoTime();
        Trial s = new Trial("probe", a.length > 4 && !a[4].equals("-") ? Scenario::sensed : Scenario::seen, seed, in, hours, Apps::warners);
        System.out.println(s);
        for (Incident i : Incident.values()) { s.score(i).missed().stream().limit(4).forEach(m -> System.out.println("missed " + m)); }
        if (a.length > 5 || period == 0) for (Incident i : Incident.values()) s.alarms(i).stream().limit(12).forEach(x -> System.out.printf("%8d %s %s lanes %s bodies %s %.1f,%.1f expected %s conf %.2f%n", x.millis(), x.app(), x.event().kind(), x.event().lanes(), x.bodies(), x.event().position().east(), x.event().position().north(), x.event().expected(), x.event().confidence()));
        System.out.printf("%.1f s%n", (System.nanoTime() - t) / 1e9);
    }
}
