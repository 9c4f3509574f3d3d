package io.verge.site.internal;

/** What is odd about a map, told with the line of what it concerns. */
public final class Findings {
    private final Draft draft;
    private final int headerLine;
    private final Problems found;

    Findings(Draft draft, int headerLine, Problems found) {
        this.draft = draft;
        this.headerLine = headerLine;
        this.found = found;
    }

    /** Of the map as a whole. */
    public void map(String text) {
        found.add(headerLine, "", text);
    }

    /** Of a lane. */
    public void lane(int id, String text) {
        for (Draft.Strip lane : draft.strips) {
            if (lane.id() == id) {
                found.add(lane.line(), lane.feature(), text);
            }
        }
    }

    /** Of a crosswalk. */
    public void crosswalk(int id, String text) {
        for (Draft.Crossing crosswalk : draft.crossings) {
            if (crosswalk.id() == id) {
                found.add(crosswalk.line(), crosswalk.feature(), text);
            }
        }
    }
}
