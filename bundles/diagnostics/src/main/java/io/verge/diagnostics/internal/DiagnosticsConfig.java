package io.verge.diagnostics.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where the maintainer's door is. */
@ObjectClassDefinition(name = "Diagnostics", description = "The agent over CoAP")
public @interface DiagnosticsConfig {
    @AttributeDefinition(
            name = "Port",
            description = "UDP port of plain CoAP, which listens on loopback alone and only reads; 0 closes it",
            min = "0",
            max = "65535",
            required = false)
    int port() default 5683;

    @AttributeDefinition(
            name = "Secure port",
            description = "UDP port of CoAP over DTLS with a pre-shared key; 0 closes it",
            min = "0",
            max = "65535",
            required = false)
    int securePort() default 5684;

    @AttributeDefinition(
            name = "Address",
            description = "address that the secure port listens on, such as that of the maintenance interface",
            required = false)
    String address() default "0.0.0.0";

    @AttributeDefinition(
            name = "Keys",
            description =
                    "file with a line a key: identity, role (viewer, maintainer, operator, or vendor:com.acme. for the"
                            + " bundles of such names), key in hexadecimal; empty: only the key"
                            + " that the agent makes for this box's own command line",
            required = false)
    String keys() default "";

    @AttributeDefinition(
            name = "Identity",
            description = "PKCS#12 file with the key and certificate of the box; with it people may come with a"
                    + " certificate of their own; empty: with keys alone",
            required = false)
    String identity() default "";

    @AttributeDefinition(
            name = "Identity password",
            description = "file:PATH of the file that holds the password of identity and trust",
            required = false)
    String identityPassword() default "";

    @AttributeDefinition(
            name = "Trust",
            description = "PKCS#12 or PEM file with the certificate of the authority that makes people's certificates",
            required = false)
    String trust() default "";

    @AttributeDefinition(
            name = "Refused",
            description = "file with a line a serial number, in hexadecimal, of certificates that are not let in",
            required = false)
    String refused() default "";
}
