package io.verge.agent.launcher;

import org.osgi.framework.launch.Framework;

/** Looks at a framework from before its start to its end. */
interface Watch {
    /** Nobody looks. */
    Watch NONE = new Watch() {
        @Override
        public void begin(Framework framework) {
            // nobody looks
        }

        @Override
        public void end() {
            // nobody looks
        }
    };

    /** Its bundles are installed and it is about to be started; again when the first start was none. */
    void begin(Framework framework);

    /** It has ended, or there was none. */
    void end();
}
