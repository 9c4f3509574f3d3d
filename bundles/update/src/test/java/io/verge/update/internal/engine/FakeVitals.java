package io.verge.update.internal.engine;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How well the box does: badly while a bundle runs that harms it. */
final class FakeVitals implements Vitals {
    private static final Pattern COMMA = Pattern.compile(",");

    private final FakeLiveSet live;
    /** Titles of bundles that harm. */
    final Set<String> harmful = new HashSet<>();
    /** Devices that give frames. */
    final Set<String> heard = new HashSet<>();
    /** How often it was looked at. */
    int looks;

    FakeVitals(FakeLiveSet live) {
        this.live = live;
    }

    /** @param text what harms, and behind a bar the devices that are heard */
    private record Harm(String text) implements Sample {
        String harm() {
            return text.substring(0, text.indexOf('|'));
        }

        @Override
        public Set<String> heard() {
            return Set.of(COMMA.split(text.substring(text.indexOf('|') + 1)));
        }

        @Override
        public Optional<String> worseThan(Sample before, double tolerance) {
            boolean isWorse = before instanceof Harm other && !harm().isEmpty() && !harm().equals(other.harm());
            return isWorse ? Optional.of(harm()) : Optional.empty();
        }
    }

    @Override
    public Sample sample() {
        looks++;
        String harm = harmful.stream()
                .filter(live::runs)
                .findFirst()
                .map(title -> "radar-ne gives 3 frames/s (20 before): " + title)
                .orElse("");
        return new Harm(harm + '|' + String.join(",", heard));
    }

    @Override
    public Sample parse(String text) {
        return new Harm(text.indexOf('|') < 0 ? text + '|' : text);
    }
}
