package io.verge.agent.launcher;

/** Hears how the process comes to its end, before it does; any thread. */
public interface Ending {
    /** Nobody hears. */
    Ending UNHEARD = new Ending() {
        @Override
        public void asked() {
            // nobody hears
        }

        @Override
        public void fromWithin(String who) {
            // nobody hears
        }

        @Override
        public void failed(String reason) {
            // nobody hears
        }
    };

    /** By a signal. */
    void asked();

    /** By a call of {@code System.exit}. */
    void fromWithin(String who);

    /** There was no start. */
    void failed(String reason);
}
