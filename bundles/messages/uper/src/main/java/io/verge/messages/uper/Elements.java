package io.verge.messages.uper;

import java.util.AbstractList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** The immutable list behind every SEQUENCE OF: one array, no null, one copy at most. */
public final class Elements<E> extends AbstractList<E> implements RandomAccess {
    private final E[] elements;

    private Elements(E[] elements) {
        this.elements = elements;
    }

    /** A list over the array itself, which must hold no null and must not change afterwards. */
    public static <E> List<E> over(E[] owned) {
        return new Elements<>(owned);
    }

    /** The given elements; the same list when it is immutable already. */
    @SuppressWarnings("unchecked")
    public static <E> List<E> copyOf(Collection<? extends E> elements) {
        if (elements instanceof Elements<?>) {
            return (List<E>) elements;
        }
        E[] copy = (E[]) elements.toArray(new Object[0]);
        for (E element : copy) {
            Objects.requireNonNull(element, "element");
        }
        return new Elements<>(copy);
    }

    @Override
    public E get(int index) {
        return elements[index];
    }

    @Override
    public int size() {
        return elements.length;
    }
}
