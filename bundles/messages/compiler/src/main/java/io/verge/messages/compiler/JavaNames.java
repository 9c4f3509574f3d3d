package io.verge.messages.compiler;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** ASN.1 names as Java names. */
final class JavaNames {
    private static final Pattern HYPHEN = Pattern.compile("-");
    /** Simple names that generated code uses for something else. */
    private static final Set<String> TAKEN_TYPES = Set.of(
            "Additions",
            "Arrays",
            "BitReader",
            "BitString",
            "BitWriter",
            "Boolean",
            "Builder",
            "Codec",
            "CodecException",
            "Elements",
            "Enumeration",
            "IOException",
            "Integer",
            "JerReader",
            "JerWriter",
            "List",
            "Long",
            "Map",
            "Math",
            "Nullable",
            "Object",
            "Objects",
            "Octets",
            "Override",
            "Record",
            "String",
            "SuppressWarnings",
            "Types",
            "Unknown");
    /** Names of record components that Java or the generated methods do not leave free. */
    private static final Set<String> TAKEN_COMPONENTS = Set.of(
            "clone",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toString",
            "wait",
            "in",
            "out",
            "additions",
            "builder");

    private final Set<String> used = new HashSet<>();

    /** A class name that no other definition has. */
    String type(String asnName, String module) {
        String plain = upperCamel(asnName);
        if (TAKEN_TYPES.contains(plain)) {
            plain += "Type";
        }
        String name = plain;
        if (used.contains(name)) {
            name = upperCamel(module) + plain;
        }
        for (int i = 2; !used.add(name); i++) {
            name = plain + i;
        }
        return name;
    }

    /** A component's name: {@code long} becomes {@code long_}, {@code non-motorData} {@code nonMotorData}. */
    static String component(String asnName) {
        StringBuilder name = new StringBuilder();
        for (String part : HYPHEN.splitAsStream(asnName).toList()) {
            name.append(name.isEmpty() ? part : capitalised(part));
        }
        String plain = name.toString();
        return SourceVersion.isKeyword(plain) || TAKEN_COMPONENTS.contains(plain) ? plain + "_" : plain;
    }

    static String upperCamel(String asnName) {
        StringBuilder name = new StringBuilder();
        for (String part : HYPHEN.splitAsStream(asnName).toList()) {
            name.append(capitalised(part));
        }
        return name.toString();
    }

    static String capitalised(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** A constant's name: {@code stop-And-Remain} becomes {@code STOP_AND_REMAIN}. */
    static String constant(String asnName) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < asnName.length(); i++) {
            char c = asnName.charAt(i);
            boolean wordBegins = i > 0
                    && Character.isUpperCase(c)
                    && (Character.isLowerCase(asnName.charAt(i - 1))
                            || (i + 1 < asnName.length() && Character.isLowerCase(asnName.charAt(i + 1))));
            if (c == '-' || (wordBegins && asnName.charAt(i - 1) != '-')) {
                name.append('_');
            }
            if (c != '-') {
                name.append(c);
            }
        }
        return name.toString().toUpperCase(Locale.ROOT);
    }

    /** Constants for several identifiers of one type, made distinct with a number. */
    static Map<String, String> constants(Iterable<String> identifiers) {
        Map<String, String> names = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (String identifier : identifiers) {
            String plain = constant(identifier);
            String name = plain;
            for (int i = 2; !taken.add(name); i++) {
                name = plain + "_" + i;
            }
            names.put(identifier, name);
        }
        return names;
    }
}
