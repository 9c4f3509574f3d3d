package io.verge.api.scene;

import org.osgi.annotation.versioning.ConsumerType;

/** Gets every scene. Register it as a service. */
@ConsumerType
public interface SceneListener {
    /** Called on the stage {@code scene}: returns at once. */
    void onScene(Scene scene);
}
