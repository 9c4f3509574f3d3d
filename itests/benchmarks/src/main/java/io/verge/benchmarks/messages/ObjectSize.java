package io.verge.benchmarks.messages;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Octets that a message's objects take, as a 64-bit HotSpot with compressed references lays them out:
 * a header of 12 octets, 16 with an array's length, and a size that is a multiple of 8.
 */
final class ObjectSize {
    private static final int HEADER = 12;
    private static final int ARRAY_HEADER = 16;
    private static final int REFERENCE = 4;
    /** Its fields cannot be looked into: hash, coder and the array of characters. */
    private static final int STRING = 24;

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private ObjectSize() {}

    /**
     * Octets of the objects that belong to one message alone: constants and cached numbers are found in its
     * twin as well and do not count.
     *
     * @param message a decoded message
     * @param twin the same message, decoded once more
     */
    static long ofOwn(Object message, Object twin) {
        ObjectSize shared = new ObjectSize();
        shared.visit(twin);
        ObjectSize own = new ObjectSize();
        own.seen.addAll(shared.seen);
        return own.visit(message);
    }

    private long visit(@Nullable Object object) {
        if (object == null || object instanceof Enum || !seen.add(object)) {
            return 0;
        }
        if (object instanceof String text) {
            boolean latin = text.chars().allMatch(c -> c < 0x100);
            return STRING + rounded(ARRAY_HEADER + (long) text.length() * (latin ? 1 : 2));
        }
        return object.getClass().isArray() ? visitArray(object) : visitFields(object);
    }

    private long visitArray(Object array) {
        int length = Array.getLength(array);
        long size =
                rounded(ARRAY_HEADER + (long) length * sizeOf(array.getClass().getComponentType()));
        if (array instanceof Object[] elements) {
            for (Object element : elements) {
                size += visit(element);
            }
        }
        return size;
    }

    private long visitFields(Object object) {
        long own = HEADER;
        long reached = 0;
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    own += sizeOf(field.getType());
                    reached += field.getType().isPrimitive() ? 0 : visit(value(field, object));
                }
            }
        }
        return rounded(own) + reached;
    }

    private static @Nullable Object value(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot read " + field, e);
        }
    }

    private static int sizeOf(Class<?> type) {
        if (type == long.class || type == double.class) {
            return Long.BYTES;
        }
        if (type == byte.class || type == boolean.class) {
            return 1;
        }
        return type == short.class || type == char.class ? Short.BYTES : REFERENCE;
    }

    private static long rounded(long size) {
        return (size + 7) / 8 * 8;
    }
}
