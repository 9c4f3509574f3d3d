package io.verge.replay.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "-0.0004, 0",
        "-0.0006, -0.001",
        "1.5, 1.5",
        "12.3456, 12.346",
        "-7.05, -7.05",
        "0.1004, 0.1",
        "1000000, 1000000",
        "-12.009, -12.009"
    })
    void roundsToThreeDecimals(double number, String text) {
        assertThat(text(number)).isEqualTo(text);
    }

    @Property
    void isNeverFurtherThanHalfAThousandthAway(@ForAll @DoubleRange(min = -1e6, max = 1e6) double number) {
        assertThat(new BigDecimal(text(number)).subtract(new BigDecimal(number)).abs())
                .isLessThanOrEqualTo(new BigDecimal("0.0005000001"));
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> text(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(double number) {
        StringBuilder out = new StringBuilder();
        Decimal.append(out, number);
        return out.toString();
    }
}
