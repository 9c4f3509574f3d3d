package io.verge.messages.facilities.element;

/**
 * DE PositionConfidence and DE SpeedConfidence: numbered classes of what 95 % of the error keeps within, the finest last; 0 is
 * unavailable.
 */
public enum ConfidenceClass {
    /** Metres. */
    POSITION(500, 200, 100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01),
    /** Metres per second. */
    SPEED(100, 10, 5, 1, 0.1, 0.05, 0.01);

    /** 95 % of a normal distribution. */
    private static final double SIGMAS = 2;

    /** From class 1 on. */
    private final double[] bounds;

    ConfidenceClass(double... bounds) {
        this.bounds = bounds;
    }

    /** The number of the finest class that an error with this standard deviation keeps within; 0 when that is NaN. */
    public int of(double sigma) {
        if (!(sigma >= 0)) {
            return 0;
        }
        int number = 0;
        while (number < bounds.length && SIGMAS * sigma <= bounds[number]) {
            number++;
        }
        return number;
    }

    /** The bound of a class; NaN when that is unavailable. */
    public double bound(int number) {
        return number >= 1 && number <= bounds.length ? bounds[number - 1] : Double.NaN;
    }

    /** The standard deviation that a 95 % bound stands for. */
    public static double sigma(double bound) {
        return bound / SIGMAS;
    }
}
