package io.verge.broker;

import java.io.IOException;

/** A broker as a process: says where it listens, and ends when its standard input does, so that it never outlives who started it. */
public final class Main {
    private Main() {}

    /**
     * Runs.
     *
     * @param args the port; 0 is any that is free
     */
    public static void main(String[] args) throws IOException {
        try (DeskBroker broker = DeskBroker.start(Integer.parseInt(args[0]))) {
            System.out.println("mqtt://127.0.0.1:" + broker.port());
            while (System.in.read() >= 0) {
                // What comes is of no interest, only that it ends.
            }
        }
        System.exit(0); // threads of the broker's libraries may outlive it
    }
}
