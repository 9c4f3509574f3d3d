package io.verge.authority.rollout.plan;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A box as the operator's list has it.
 *
 * @param tenant whose it is
 * @param id within the tenant
 * @param group such as {@code lab}; empty for none
 * @param model of its hardware; empty when the list does not say
 * @param places where it stands on corridors; two when two corridors cross there
 * @param neighbours boxes that are not updated together with it for other reasons, by name
 */
public record Box(String tenant, String id, String group, String model, List<Place> places, Set<String> neighbours) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /**
     * A place on a corridor.
     *
     * @param corridor its name within the tenant
     * @param position grows along the corridor: number of the crossing or metres; boxes at one crossing have the same
     */
    public record Place(String corridor, double position) {}

    /** @throws IllegalArgumentException when tenant or id are no names */
    public Box {
        if (!NAME.matcher(tenant).matches() || !NAME.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "tenant and box are 1 to 63 of a-z, 0-9 and hyphen, '" + tenant + "' and '" + id + "' were found");
        }
        places = List.copyOf(places);
        neighbours = Set.copyOf(neighbours);
    }

    /** {@code tenant/id}: nobody else's. */
    public String name() {
        return tenant + "/" + id;
    }

    /** Whether it stands on a corridor of this name. */
    public boolean isOn(String corridor) {
        return places.stream().anyMatch(place -> place.corridor().equals(corridor));
    }
}
