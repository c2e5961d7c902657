package dev.drumbeat.platform.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who asks, as verified by their signed identity and resolved by the directory.
 *
 * @param subject {@code people/{person}}, {@code tokens/{token}} or {@code services/{service}}
 * @param company {@code companies/{company}}; empty for a service
 * @param administrator holds the installation role ADMIN
 * @param memberships by {@code partnerships/{partnership}}, in the directory's order (by name)
 */
public record Caller(
        String subject,
        String displayName,
        String company,
        boolean administrator,
        Map<String, Membership> memberships) {
    public Caller {
        memberships = Collections.unmodifiableMap(new LinkedHashMap<>(memberships));
    }

    public static Caller service(String name) {
        return new Caller("services/" + name, name, "", false, Map.of());
    }

    public boolean isService() {
        return subject.startsWith("services/");
    }

    public boolean isPerson() {
        return subject.startsWith("people/");
    }

    public boolean isService(String name) {
        return subject.equals("services/" + name);
    }

    /**
     * The caller's scope on a partnership. Members get theirs; an administrator gets what ADMIN may, and a service of ours
     * (its own sweeps, never on behalf of a person) may read, as long as the partnership exists. Everybody else learns that
     * there is no such partnership.
     */
    public Scope scope(String partnership, PartnershipDirectory directory) {
        Membership membership = memberships.get(partnership);
        if (membership != null) {
            return Scope.ofMember(this, membership);
        }
        if (administrator || isService()) {
            Optional<PartnershipFacts> facts =
                    Optional.ofNullable(directory.find(List.of(partnership)).get(partnership));
            return facts.map(found -> isService() ? Scope.ofService(this, found) : Scope.ofAdministrator(this, found))
                    .orElseThrow(() -> Refusal.notFound(partnership));
        }
        throw Refusal.notFound(partnership);
    }

    /** The scopes on those of the named partnerships that the caller is a member of; the others are left out. */
    public List<Scope> scopes(Collection<String> partnerships) {
        return partnerships.stream()
                .distinct()
                .map(memberships::get)
                .filter(java.util.Objects::nonNull)
                .map(membership -> Scope.ofMember(this, membership))
                .toList();
    }

    /** The scopes on all partnerships the caller is a member of. */
    public List<Scope> scopes() {
        return scopes(memberships.keySet());
    }

    /** The actor for what concerns the installation and no partnership. */
    public Actor actor() {
        return new Actor(subject, displayName, company, null);
    }

    /** For what is decided outside any partnership; {@link Activity#MANAGE_OWN_PEOPLE} needs a company, see the partners service. */
    public void requireInstallation(Activity activity) {
        if (!administrator || RoleTable.get().grant(activity, Seat.ADMIN) != Grant.YES) {
            throw Refusal.notAllowed(
                    "role." + activity.name().toLowerCase(java.util.Locale.ROOT), "Only an administrator may do this.");
        }
    }
}
