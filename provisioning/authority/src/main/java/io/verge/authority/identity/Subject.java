package io.verge.authority.identity;

import io.verge.authority.refusal.RefusedException;
import io.verge.authority.refusal.Shown;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * Whom a certificate speaks of.
 *
 * @param name CN: of the box, the person or the service
 * @param tenant O; empty for none
 * @param role OU: what a person may do, such as {@code maintainer} or {@code vendor:com.acme.}; empty for none
 */
public record Subject(String name, String tenant, String role) {
    private static final Pattern BOX = Pattern.compile("[a-z0-9-]{1,40}");
    private static final String CLAIM = "claim-";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9@._-]{1,64}");

    /** As boxes read it; the limits are theirs. */
    private static final Pattern ROLE =
            Pattern.compile("viewer|maintainer|operator|vendor(:([A-Za-z0-9_-]{1,60}\\.){1,8}){1,8}");

    /** @throws IllegalArgumentException when a part is none: 1 to 64 letters, digits, {@code @._-} */
    public Subject {
        mustBePlain(name);
        if (!tenant.isEmpty()) {
            mustBePlain(tenant);
        }
        if (!role.isEmpty() && !ROLE.matcher(role).matches()) {
            throw new IllegalArgumentException("\"" + Shown.of(role) + "\" is no role: viewer,"
                    + " maintainer, operator, or vendor with what its bundles begin with, each with a dot at its end");
        }
    }

    /**
     * A box, by the name that its profile gives it.
     *
     * @throws RefusedException when that is none
     */
    public static Subject box(String box, String tenant) throws RefusedException {
        if (!BOX.matcher(box).matches()) {
            throw new RefusedException("\"" + Shown.of(box)
                    + "\" is no name of a box: 1 to 40 of a-z, 0-9 and '-', as in box.id of its profile");
        }
        if (box.startsWith(CLAIM)) {
            throw new RefusedException(box + " cannot be the name of a box: " + CLAIM + "… are those without one");
        }
        return of(box, tenant, "");
    }

    /**
     * A box from the factory that has no name yet.
     *
     * @param serial of it, written like the name of a box
     */
    public static Subject claim(String serial, String tenant) throws RefusedException {
        Subject unused = box(serial, tenant);
        return of(CLAIM + serial, tenant, "");
    }

    /** The serial number of a box that has no name yet; empty for everybody else. */
    public Optional<String> serial() {
        return name.startsWith(CLAIM) ? Optional.of(name.substring(CLAIM.length())) : Optional.empty();
    }

    /**
     * A person. Brokers know boxes by their CN alone, so the name must be none that a box can have.
     *
     * @throws RefusedException when it could be
     */
    public static Subject person(String name, String tenant, String role) throws RefusedException {
        if (BOX.matcher(name).matches()) {
            throw new RefusedException(name + " could be the name of a box, and a broker would take the person for it:"
                    + " write it with a dot or an @, such as li.wei");
        }
        return of(name, tenant, role);
    }

    /**
     * Anybody.
     *
     * @throws RefusedException when a part is none
     */
    public static Subject of(String name, String tenant, String role) throws RefusedException {
        try {
            return new Subject(name, tenant, role);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(String.valueOf(e.getMessage()), e);
        }
    }

    private static void mustBePlain(String part) {
        if (!PLAIN.matcher(part).matches()) {
            throw new IllegalArgumentException("\"" + Shown.of(part)
                    + "\" cannot stand in a certificate: 1 to 64 letters, digits, '@', '.', '_' and '-'");
        }
    }

    X500Name distinguishedName() {
        X500NameBuilder builder = new X500NameBuilder();
        if (!tenant.isEmpty()) {
            builder.addRDN(BCStyle.O, tenant);
        }
        if (!role.isEmpty()) {
            builder.addRDN(BCStyle.OU, role);
        }
        return builder.addRDN(BCStyle.CN, name).build();
    }

    /** Whom a certificate speaks of, so that its successor does too; parts that it does not have are empty. */
    public static Subject of(X509Certificate certificate) throws RefusedException {
        X500Principal principal = certificate.getSubjectX500Principal();
        return of(part(principal, BCStyle.CN), part(principal, BCStyle.O), part(principal, BCStyle.OU));
    }

    /** The CN of a distinguished name; empty when it has none. */
    static String commonName(X500Principal principal) {
        return part(principal, BCStyle.CN);
    }

    private static String part(X500Principal principal, ASN1ObjectIdentifier type) {
        RDN[] names = X500Name.getInstance(principal.getEncoded()).getRDNs(type);
        return names.length == 0
                ? ""
                : IETFUtils.valueToString(names[0].getFirst().getValue());
    }
}
