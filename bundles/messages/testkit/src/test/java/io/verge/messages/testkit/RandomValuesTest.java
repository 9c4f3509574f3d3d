package io.verge.messages.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.messages.compiler.Schema;
import io.verge.messages.compiler.Schema.Definition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RandomValuesTest {
    @TestFactory
    Stream<DynamicTest> reachEveryName() {
        return Arrays.stream(Unit.values()).map(unit -> DynamicTest.dynamicTest("of " + unit, () -> reachNames(unit)));
    }

    private static void reachNames(Unit unit) throws IOException {
        RandomValues random = RandomValues.ofThisEdition(1);
        Collection<Definition> types = unit.types().values();
        Set<String> expected = new TreeSet<>();
        Set<String> found = new TreeSet<>();
        for (Definition type : types) {
            expected.addAll(names(type.body()));
            for (int i = 0; i < 200 && !(type.body() instanceof Schema.OpenTable); i++) {
                collect(random.next(type), found);
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void areTheSameForTheSameSeed() throws IOException {
        Definition cam = release1("CAM");
        RandomValues one = RandomValues.ofLaterEditionsToo(7);
        RandomValues other = RandomValues.ofLaterEditionsToo(7);
        for (int i = 0; i < 50; i++) {
            assertThat(one.next(cam)).isEqualTo(other.next(cam));
        }
    }

    @Test
    void containWhatLaterEditionsAdd() throws IOException {
        Definition denm = release1("DENM");
        RandomValues random = RandomValues.ofLaterEditionsToo(7);
        Set<String> found = new TreeSet<>();
        for (int i = 0; i < 200; i++) {
            collect(random.next(denm), found);
        }
        assertThat(found).contains("...").anyMatch(name -> name.matches("\\.\\.\\.[0-9]+"));
    }

    private static Definition release1(String name) throws IOException {
        return Objects.requireNonNull(Unit.ETSI_RELEASE1.types().get(name), name);
    }

    private static List<String> names(Schema.Body body) {
        List<String> names = new ArrayList<>();
        if (body instanceof Schema.Sequence sequence) {
            sequence.root().forEach(field -> names.add(field.name()));
            sequence.additions().forEach(each -> each.fields().forEach(field -> names.add(field.name())));
        } else if (body instanceof Schema.Choice choice) {
            choice.root().forEach(alternative -> names.add(alternative.name()));
            choice.additions().forEach(alternative -> names.add(alternative.name()));
        } else if (body instanceof Schema.Enumerated enumerated) {
            names.addAll(enumerated.root());
            names.addAll(enumerated.additions());
        }
        return names;
    }

    private static void collect(Value value, Set<String> found) {
        if (value instanceof Value.Members sequence) {
            found.addAll(sequence.members().keySet());
            sequence.members().values().forEach(member -> collect(member, found));
        } else if (value instanceof Value.Choice choice) {
            found.add(choice.name());
            collect(choice.value(), found);
        } else if (value instanceof Value.Items list) {
            list.items().forEach(item -> collect(item, found));
        } else if (value instanceof Value.Open open) {
            collect(open.value(), found);
        } else if (value instanceof Value.Name name) {
            found.add(name.identifier());
        }
    }
}
