package io.verge.messages.testkit;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** A value of an ASN.1 type, in no encoding yet. */
public sealed interface Value {

    /** BOOLEAN. */
    record Bool(boolean value) implements Value {}

    /** NULL. */
    record Nothing() implements Value {}

    /** INTEGER. */
    record Int(BigInteger value) implements Value {}

    /** ENUMERATED. */
    record Name(String identifier) implements Value {}

    /**
     * BIT STRING.
     *
     * @param digits 0 and 1, the first bit first
     * @param fixed whether the type allows one size only, so that no notation needs to say it
     */
    record Bits(String digits, boolean fixed) implements Value {}

    /** OCTET STRING. */
    record Bytes(String hex) implements Value {}

    /** A string of characters. */
    record Text(String text, boolean utf8) implements Value {}

    /** OBJECT IDENTIFIER or RELATIVE-OID, numbers with dots between. */
    record ObjectId(String text) implements Value {}

    /** SEQUENCE OF. */
    record Items(List<Value> items) implements Value {}

    /** SEQUENCE: the components that are present. */
    record Members(Map<String, Value> members) implements Value {}

    /** CHOICE. */
    record Choice(String name, Value value) implements Value {}

    /** An open type whose type is known. */
    record Open(Value value) implements Value {}

    /** An open type that no table knows, or all of a later edition. */
    record UnknownOpen(String hex) implements Value {}
}
