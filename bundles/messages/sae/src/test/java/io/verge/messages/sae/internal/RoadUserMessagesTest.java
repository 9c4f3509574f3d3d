package io.verge.messages.sae.internal;

import io.verge.messages.testkit.HeardAsSaid;

class RoadUserMessagesTest extends HeardAsSaid {
    RoadUserMessagesTest() {
        super(Spoken.set(2020));
    }
}
