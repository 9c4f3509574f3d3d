package io.verge.site.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value that knows its line. */
public sealed interface Json {
    /** From 1 up. */
    int line();

    /** How it is called in messages: the value itself when it is short. */
    String shown();

    /** Whether it is {@code null}, which means the same as absent: tables exported by map editors are full of it. */
    default boolean absent() {
        return false;
    }

    /** An object; its members in the order of the file. */
    record Obj(int line, Map<String, Json> members) implements Json {
        public Obj {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        @Override
        public String shown() {
            return "an object";
        }
    }

    /** A list. */
    record Arr(int line, List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }

        @Override
        public String shown() {
            return "a list";
        }
    }

    /** A string. */
    record Text(int line, String value) implements Json {
        private static final int SHOWN = 40;

        @Override
        public String shown() {
            return '"' + (value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…") + '"';
        }
    }

    /** A number; not finite when it is out of a double's range. */
    record Num(int line, double value) implements Json {
        private static final double EXACT = 1e15;

        /** Whether it has no fraction. */
        boolean whole() {
            return value == Math.rint(value) && Math.abs(value) < EXACT;
        }

        @Override
        public String shown() {
            return whole() ? Long.toString((long) value) : Double.toString(value);
        }
    }

    /** True or false. */
    record Bool(int line, boolean value) implements Json {
        @Override
        public String shown() {
            return Boolean.toString(value);
        }
    }

    /** Null. */
    record Null(int line) implements Json {
        @Override
        public String shown() {
            return "null";
        }

        @Override
        public boolean absent() {
            return true;
        }
    }
}
