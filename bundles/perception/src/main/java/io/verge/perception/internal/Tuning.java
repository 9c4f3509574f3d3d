package io.verge.perception.internal;

final class Tuning {
    static double get(String n, double d) {
        return Double.parseDouble(System.getProperty(n, Double.toString(d)));
    }
}
