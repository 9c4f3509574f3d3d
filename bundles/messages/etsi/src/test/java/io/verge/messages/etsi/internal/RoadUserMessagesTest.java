package io.verge.messages.etsi.internal;

import io.verge.messages.testkit.HeardAsSaid;

class RoadUserMessagesTest extends HeardAsSaid {
    RoadUserMessagesTest() {
        super(Spoken.set());
    }
}
