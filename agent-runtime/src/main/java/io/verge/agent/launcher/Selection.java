package io.verge.agent.launcher;

import io.verge.generation.Generation;

/**
 * Which bundles an agent is made of.
 *
 * @param mode which of the shipped folders
 * @param generation takes the place of what is shipped
 * @param withLocal whether what was changed on this box by hand takes the place of both
 */
record Selection(Mode mode, Generation generation, boolean withLocal) {
    static Selection shipped(Mode mode) {
        return new Selection(mode, Generation.SHIPPED, false);
    }
}
