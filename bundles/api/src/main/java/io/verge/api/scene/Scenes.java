package io.verge.api.scene;

import org.osgi.annotation.versioning.ProviderType;

/** Where perception hands in each new scene. Never blocks; called on the stage {@code scene}. */
@ProviderType
public interface Scenes {
    void publish(Scene scene);
}
