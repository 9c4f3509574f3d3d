package io.verge.api.audit;

/**
 * A write, as the door saw it.
 *
 * @param door through which it came: {@code coap}, {@code mqtt}, {@code update}, {@code launcher}; {@code twin} or {@code agent} for what the box did
 *     by itself
 * @param who did it: the identity of a key or certificate, {@code cloud}, {@code agent}; never a secret
 * @param role that they had there; empty for none
 * @param what was done, such as {@code bundle.install} or {@code config.apply}
 * @param object to what: the name of a bundle, device, release; empty for none
 * @param outcome {@code done}, {@code refused} or {@code failed}
 * @param detail for people: why it was refused, what it became; at most 500 characters count
 */
public record Act(String door, String who, String role, String what, String object, String outcome, String detail) {}
