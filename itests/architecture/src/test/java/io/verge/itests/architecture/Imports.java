package io.verge.itests.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;

/**
 * Which of our bundles each of our bundles may import. A bundle is named by its root package below {@code io.verge}; all
 * drivers share one line of the table, all apps another, but none of them may import its neighbour.
 */
final class Imports extends ArchCondition<JavaClass> {
    private static final String OURS = "io.verge.";
    private static final String INTERNAL = ".internal";

    private final Map<String, Set<String>> table;

    /**
     * @param table what each bundle may import beside itself
     */
    Imports(Map<String, Set<String>> table) {
        super("import of ours only what the table of bundles says, and no internals of another bundle");
        this.table = table;
    }

    @Override
    public void check(JavaClass from, ConditionEvents events) {
        String importer = bundle(from.getPackageName());
        Set<String> allowed = table.get(line(importer));
        if (allowed == null) {
            events.add(SimpleConditionEvent.violated(from, importer + " is not in the table of bundles"));
            return;
        }
        for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
            String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
            if (!target.startsWith(OURS) || bundle(target).equals(importer)) {
                continue;
            }
            if (!allowed.contains(bundle(target)) || isInternal(target)) {
                events.add(SimpleConditionEvent.violated(
                        dependency, importer + " may not import " + target + ": " + dependency.getDescription()));
            }
        }
    }

    /** Such as {@code gate}, {@code messages.csae}, {@code driver.camera.flir}. */
    private static String bundle(String packageName) {
        String below = packageName.substring(OURS.length());
        int internal = (below + ".").indexOf(INTERNAL + ".");
        if (below.startsWith("driver.") || below.startsWith("app.")) {
            return internal < 0 ? below : below.substring(0, internal);
        }
        int end = below.indexOf('.', below.startsWith("messages.") ? "messages.".length() : 0);
        return end < 0 ? below : below.substring(0, end);
    }

    private static String line(String bundle) {
        if (bundle.startsWith("driver.")) {
            return "driver";
        }
        return bundle.startsWith("app.") ? "app" : bundle;
    }

    private static boolean isInternal(String packageName) {
        return (packageName + ".").contains(INTERNAL + ".");
    }
}
